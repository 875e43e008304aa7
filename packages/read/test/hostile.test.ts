import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
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
