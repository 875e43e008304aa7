import { strToU8, zipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { readDocuments } from '../src/read-documents.js';

/** Why a file of that name cannot be read; undefined where it was. */
async function reasonOf(name: string, bytes: Uint8Array | string): Promise<string | undefined> {
  const read = await readDocuments([{ name, bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes }]);
  return 'failures' in read ? read.failures[0]!.reason : undefined;
}

const word = (document: string) => zipSync({ 'word/document.xml': strToU8(document) });

const body = (text: string) =>
  `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;

test.each<[string, string, Uint8Array | string, string]>([
  ['nothing', 'a.docx', '', 'empty'],
  ['another kind of file', 'a.png', 'PNG', 'unknown format'],
  ['words that are no PDF', 'a.pdf', 'words', 'broken'],
  ['the beginning of a PDF', 'a.pdf', '%PDF-1.7\n1 0 obj', 'broken'],
  ['words that are no Word file', 'a.docx', 'words', 'broken'],
  ['half of a Word file', 'a.docx', word(body('字')).subarray(0, 90), 'broken'],
  ['a package without a document', 'a.docx', zipSync({ 'a.xml': strToU8('<a/>') }), 'broken'],
  ['XML that is not closed', 'a.docx', word('<w:document xmlns:w="w"><w:body>'), 'broken'],
  ['a workbook that is none', 'a.xlsx', word(body('字')), 'broken'],
  ['a Word file with a password', 'a.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'encrypted'],
  ['a workbook with a password', 'a.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'encrypted'],
  ['a Word file of old', 'a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'old format'],
  ['bytes that are no text', 'a.txt', new Uint8Array([0xff, 0xff, 0xff, 0x80]), 'broken'],
  ['a text that is no report', 'a.txt', '你好', 'no report'],
])('%s', async (_, name, bytes, reason) => {
  expect(await reasonOf(name, bytes)).toBe(reason);
});

test('a part that would fill the memory is not unpacked', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(100 * 1024 * 1024) }, { level: 1 });
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(await reasonOf('a.docx', bomb)).toBe('too large');
});

test('entities that double again and again are no entities', async () => {
  const entities = Array.from(
    { length: 30 },
    (_, index) => `<!ENTITY a${index + 1} "&a${index};&a${index};">`,
  );
  const laughs = `<!DOCTYPE a [<!ENTITY a0 "哈">${entities.join('')}]>${body('&a30;')}`;
  expect(await reasonOf('a.docx', word(laughs))).toBe('broken');
});

test('what was struck out while changes were tracked is not read, what was put in is', async () => {
  const runs =
    '<w:p><w:r><w:t>示例县档案馆</w:t></w:r></w:p><w:p><w:r><w:t>2024年度部门</w:t></w:r>' +
    '<w:del><w:r><w:delText>预算</w:delText></w:r></w:del><w:ins><w:r><w:t>决算</w:t></w:r></w:ins></w:p>';
  const bytes = word(`<w:document xmlns:w="w"><w:body>${runs}</w:body></w:document>`);
  const read = await readDocuments([{ name: 'a.docx', bytes }]);
  expect(
    'failures' in read ? read.failures : read.published.blocks.map((block) => 'text' in block && block.text),
  ).toEqual(['示例县档案馆', '2024年度部门决算']);
});

test('a paragraph whose end was struck out goes on in the next one', async () => {
  const end = (mark: string) => `<w:pPr><w:rPr>${mark}</w:rPr></w:pPr>`;
  const paragraph = (text: string, mark = '') => `<w:p>${end(mark)}<w:r><w:t>${text}</w:t></w:r></w:p>`;
  const runs = [
    paragraph('示例县档案馆'),
    paragraph('2024年度', '<w:del w:id="1"/>'),
    paragraph('部门', '<w:moveFrom w:id="2"/>'),
    paragraph('决算'),
    paragraph('收入总计', '<w:ins w:id="3"/>'),
    paragraph('支出总计', '<w:del w:id="4"/>'),
  ];
  const bytes = word(`<w:document xmlns:w="w"><w:body>${runs.join('')}</w:body></w:document>`);
  const read = await readDocuments([{ name: 'a.docx', bytes }]);
  expect(
    'failures' in read ? read.failures : read.published.blocks.map((block) => 'text' in block && block.text),
  ).toEqual(['示例县档案馆', '2024年度部门决算', '收入总计', '支出总计']);
});

/** A PDF of these objects; the table of where they stand is left to be found again. */
function pdfOf(objects: readonly string[], trailer = ''): string {
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return `%PDF-1.7\n${body}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} ${trailer} >>\n%%EOF`;
}

const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const picture = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';

test('pages without a word are pictures', async () => {
  expect(await reasonOf('a.pdf', pdfOf([catalog, pages, picture]))).toBe('scanned');
});

test('a PDF with a password says so', async () => {
  const lock = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'0'.repeat(64)}> /U <${'0'.repeat(64)}> >>`;
  const locked = pdfOf(
    [catalog, pages, picture, lock],
    `/Encrypt 4 0 R /ID [<${'0'.repeat(32)}> <${'0'.repeat(32)}>]`,
  );
  expect(await reasonOf('a.pdf', locked)).toBe('encrypted');
});

test('what is larger than any report is not looked into', async () => {
  expect(await reasonOf('a.txt', new Uint8Array(64 * 1024 * 1024 + 1))).toBe('too large');
  expect(await reasonOf('a.txt', '示例县档案馆2024年度部门决算。\n'.repeat(150_000))).toBe('too large');
});

test('elements within elements within elements are no report', { timeout: 60_000 }, async () => {
  expect(await reasonOf('a.html', '<div>'.repeat(100_000))).toMatch(/broken|no report/);
  const deep = `<w:document xmlns:w="w">${'<w:p>'.repeat(50_000)}${'</w:p>'.repeat(50_000)}</w:document>`;
  expect(await reasonOf('a.docx', word(deep))).toMatch(/broken|no report/);
});

test('cells over a million columns are no table', { timeout: 60_000 }, async () => {
  const cell = '<td colspan="1000000" rowspan="1000000">1</td>';
  expect(await reasonOf('a.html', `<table>${`<tr>${cell}</tr>`.repeat(50)}</table>`)).toBe('no report');
  const sheet =
    '<worksheet><sheetData><row><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>';
  const workbook = zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="a"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  });
  expect(await reasonOf('a.xlsx', workbook)).toBe('no report');
});

/** With macros, a link to another workbook, and a query that would be refreshed. */
const linkedWorkbook = zipSync({
  'xl/workbook.xml': strToU8(
    '<workbook xmlns:r="r"><sheets><sheet name="一" sheetId="1" r:id="a"/></sheets><externalReferences><externalReference r:id="b"/></externalReferences></workbook>',
  ),
  'xl/_rels/workbook.xml.rels': strToU8(
    '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" TargetMode="External" Target="http://x.invalid/b.xlsx"/></Relationships>',
  ),
  'xl/worksheets/sheet1.xml': strToU8(
    '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>收入支出决算总表</t></is></c></row><row r="2"><c r="A2"><f>[1]表!A1</f><v>5</v></c></row></sheetData></worksheet>',
  ),
  'xl/externalLinks/externalLink1.xml': strToU8('<externalLink/>'),
  'xl/connections.xml': strToU8('<connections><connection refreshOnLoad="1"/></connections>'),
  'xl/vbaProject.bin': new Uint8Array(1000),
});

afterEach(() => vi.unstubAllGlobals());

test('nothing that a document refers to is loaded, and nothing in it is run', async () => {
  const asked = vi.fn();
  vi.stubGlobal('fetch', asked);
  vi.stubGlobal('XMLHttpRequest', asked);
  const page = `<title>a</title><script>globalThis.wasRun = true</script><link rel="stylesheet" href="http://x.invalid/a.css">
    <iframe src="http://x.invalid/"></iframe><img src="http://x.invalid/a.png"><p>示例县档案馆2024年度部门决算</p>`;
  const macros = zipSync({
    'word/document.xml': strToU8(body('示例县档案馆2024年度部门决算')),
    'word/vbaProject.bin': new Uint8Array(1000),
    'word/_rels/document.xml.rels': strToU8(
      '<Relationships><Relationship Id="a" TargetMode="External" Target="http://x.invalid/t.dotm"/></Relationships>',
    ),
  });
  expect(await reasonOf('a.html', page)).toBeUndefined();
  expect(await reasonOf('a.docx', macros)).toBeUndefined();
  expect(await reasonOf('示例县档案馆-2024.xlsx', linkedWorkbook)).toBeUndefined();
  expect(asked).not.toHaveBeenCalled();
  expect('wasRun' in globalThis).toBe(false);
});
