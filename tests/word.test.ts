import { compose, publications, renderHtml, withSplitTables } from '@fiscal/report';
import { describe, expect, test, vi } from 'vitest';
import { exampleFiles, loadText } from './check.js';
import { cellTexts, plain, tablesIn, textsOf } from './office/document-texts.js';
import { exampleOf, publishedBytes } from './office/published.js';
import { bodyOf, contentsOf, paragraphsOf, tablesOf } from './office/read-docx.js';
import { below, parseXml, partsOf, textOf } from './office/read-zip.js';

vi.setConfig({ testTimeout: 120_000 });

describe.each(exampleFiles)('%s as Word', (path) => {
  const { document } = exampleOf(path);
  const word = publishedBytes('docx', document);
  const onPaper = { ...document, blocks: withSplitTables(document.blocks) };

  test('says what the document says, each text once, in its order', async () => {
    expect(paragraphsOf(await word)).toEqual(textsOf(onPaper));
  });

  test('has every table, cell by cell, its header rows repeated on each page', async () => {
    const tables = tablesIn(onPaper.blocks);
    const read = tablesOf(await word);
    expect(read.map(({ rows }) => rows)).toEqual(tables.map(cellTexts));
    expect(read.map(({ headerRows }) => headerRows)).toEqual(tables.map(({ header }) => header.length));
  });

  test('keeps the rows of a header as high as their words need, also where they are repeated', async () => {
    for (const row of below(bodyOf(await word), 'w:tr')) {
      if (below(row, 'w:tblHeader').length === 0) continue;
      const [height] = below(row, 'w:trHeight').map(({ attributes }) => attributes);
      expect(height?.['w:hRule']).toBe('atLeast');
      expect(Number(height?.['w:val'])).toBeGreaterThan(0);
    }
  });

  test('lists its contents, each entry leading to a place that there is', async () => {
    const file = await word;
    const entries = document.blocks.flatMap((block) => (block.kind === 'contents' ? block.entries : []));
    expect(contentsOf(file)).toEqual(entries.map(({ content }) => `${plain(content)}\t`));
    const body = bodyOf(file);
    const places = below(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    expect(places).toEqual([...new Set(places)]);
    const links = below(body, 'w:hyperlink').flatMap(({ attributes }) => attributes['w:anchor'] ?? []);
    expect(links.filter((link) => !places.includes(link))).toEqual([]);
  });

  test('is the same twice, and every part of it is XML', async () => {
    const file = await word;
    expect(Buffer.compare(file, await publishedBytes('docx', document))).toBe(0);
    for (const xml of partsOf(file).values()) expect(() => parseXml(xml)).not.toThrow();
  });
});

test('where something lays it out the contents have its page numbers, counted from part one', async () => {
  const { document } = exampleOf('示例区文化馆-2024/示例区文化馆-2024.fiscal');
  const word = publications.find(({ name }) => name === 'docx')!;
  let laidOut = new Uint8Array();
  const wordLayout = async () => async (file: Uint8Array, bookmarks: readonly string[]) => {
    laidOut = new Uint8Array(file);
    // Cover and contents are four sheets; each place is a sheet further, and the last is not found.
    return new Map(bookmarks.slice(0, -1).map((name, index) => [name, 4 + index]));
  };
  const { content } = await word.make(document, { wordLayout });
  const numbers = contentsOf(content as Uint8Array).map((entry) => entry.split('\t')[1]);
  expect(numbers.slice(0, 3)).toEqual(['1', '2', '3']);
  expect(numbers.at(-1)).toBe('');
  expect(contentsOf(laidOut).map((entry) => entry.split('\t')[1])).toEqual(numbers.map(() => '000'));
  const fields = below(bodyOf(content as Uint8Array), 'w:instrText').map(textOf);
  expect(fields.filter((field) => / PAGEREF _\S+ /.test(field))).toHaveLength(numbers.length);
});

test('where nothing can lay it out the contents have no numbers, rather than wrong ones', async () => {
  const { document } = exampleOf('示例区文化馆-2024/示例区文化馆-2024.fiscal');
  const word = publications.find(({ name }) => name === 'docx')!;
  for (const wordLayout of [async () => undefined, async () => async () => new Map<string, number>()]) {
    const { content } = await word.make(document, { wordLayout });
    expect(contentsOf(content as Uint8Array).map((entry) => entry.split('\t')[1])).toEqual(
      contentsOf(content as Uint8Array).map(() => ''),
    );
  }
});

test('without a font for its letters a chart is a table of what it shows, and somebody is told', async () => {
  const { document } = exampleOf('攀枝花市经济和信息化局-2023/攀枝花市经济和信息化局-2023.fiscal');
  const word = publications.find(({ name }) => name === 'docx')!;
  const told: string[] = [];
  const { content } = await word.make(document, { note: (what) => told.push(what) });
  const charts = document.blocks.flatMap((block) => (block.kind === 'chart' ? [block] : []));
  const tables = tablesOf(content as Uint8Array).map(({ rows }) => rows);
  for (const { points } of charts) {
    const rows = points.map(({ label, text }) => [plain(label), expect.stringContaining(text)]);
    expect(tables).toContainEqual([expect.anything(), ...rows.map((row) => expect.arrayContaining(row))]);
  }
  expect(told).toEqual(charts.map(() => 'charts-as-tables'));
  expect(below(bodyOf(content as Uint8Array), 'w:drawing')).toEqual([]);
});

test('a chart that is drawn says in words what it shows', async () => {
  const { document } = exampleOf('攀枝花市经济和信息化局-2023/攀枝花市经济和信息化局-2023.fiscal');
  const pictures = below(bodyOf(await publishedBytes('docx', document)), 'wp:docPr');
  const charts = document.blocks.flatMap((block) => (block.kind === 'chart' ? [block] : []));
  expect(pictures.map(({ attributes }) => attributes['title'])).toEqual(
    charts.map(({ caption }) => plain(caption)),
  );
  for (const [index, { points }] of charts.entries())
    for (const { text } of points) expect(pictures[index]!.attributes['descr']).toContain(text);
});

test.each([
  // The title stands on the page before the first.
  ['', 'class="part"', 2],
  ['设置 { 部分另起页 否 }', 'class="part on"', 0],
])('a part begins a page unless the template says otherwise: %s', async (setting, ofPart, breaks) => {
  const text = `模板 本省 { ${setting} 部分 "甲" { 段 "一" } 部分 "乙" { 段 "二" } }
部门决算 某局 2023 { 模板 本省 }`;
  const { document } = compose(loadText(text).reports[0]!);
  expect(renderHtml(document)).toContain(ofPart);
  const body = bodyOf(await publishedBytes('docx', document));
  const isSet = ({ attributes }: { attributes: Record<string, string> }) => attributes['w:val'] !== 'false';
  expect(below(body, 'w:pageBreakBefore').filter(isSet)).toHaveLength(breaks);
});
