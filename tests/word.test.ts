import { compose, publications, publish, type ReportDocument } from '@fiscal/report';
import { describe, expect, test, vi } from 'vitest';
import { exampleFiles, loadExample } from './check.js';
import { cellTexts, plain, tablesIn, textsOf } from './office/document-texts.js';
import { bodyOf, contentsOf, paragraphsOf, tablesOf } from './office/read-docx.js';
import { below, parseXml, partsOf } from './office/read-zip.js';

vi.setConfig({ testTimeout: 120_000 });

function documentOf(path: string): ReportDocument {
  const { reports } = loadExample(path);
  return compose(reports.find(({ uri }) => decodeURI(uri).endsWith(path))!).document;
}

async function wordOf(document: ReportDocument): Promise<Uint8Array> {
  const format = publications.find(({ name }) => name === 'docx')!;
  const files = await publish(document, 'a', [format], { drawing: async () => onePixel });
  return files.at(-1)!.content as Uint8Array;
}

/** A drawing of a chart, for tests that look at words alone. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe.each(exampleFiles)('%s as Word', (path) => {
  const document = documentOf(path);
  const word = wordOf(document);

  test('says what the document says, each text once, in its order', async () => {
    expect(paragraphsOf(await word)).toEqual(textsOf(document));
  });

  test('has every table, cell by cell, its header rows repeated on each page', async () => {
    const tables = tablesIn(document.blocks);
    const read = tablesOf(await word);
    expect(read.map(({ rows }) => rows)).toEqual(tables.map(cellTexts));
    expect(read.map(({ headerRows }) => headerRows)).toEqual(tables.map(({ header }) => header.length));
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
    expect(Buffer.compare(file, await wordOf(document))).toBe(0);
    for (const xml of partsOf(file).values()) expect(() => parseXml(xml)).not.toThrow();
  });
});
