import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publications, publish, type ReportDocument, withSplitTables } from '@fiscal/report';
import { thisMachine } from '@fiscal/server/machine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleFiles } from '../check.js';
import { cellTexts, plain, squeezed, tablesIn, textsOf } from '../office/document-texts.js';
import { drawing, exampleOf } from '../office/published.js';
import { contentsOf } from '../office/read-docx.js';

const folder = mkdtempSync(join(tmpdir(), 'fiscal-word-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const whole = exampleFiles
  .map((path) => ({ path, ...exampleOf(path) }))
  .filter(({ document }) => document.blocks.length > 0)
  .map((example, index) => ({ ...example, name: `report-${index}` }));

const written = new Map<string, Uint8Array>();

beforeAll(async () => {
  for (const { name, document } of whole) {
    written.set(name, await asWord(document));
    writeFileSync(join(folder, `${name}.docx`), written.get(name)!);
  }
  const files = whole.map(({ name }) => join(folder, `${name}.docx`));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const operands = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files];
  execFileSync('soffice', operands, { stdio: 'ignore' });
}, 600_000);

describe.each(whole)('$path as Word, opened with LibreOffice', ({ name, document }) => {
  test('says what the document says', () => {
    const text = squeezed(pagesOf(name).join('')).replace(/—\d+—/g, '');
    const onPaper = withSplitTables(document.blocks);
    for (const expected of textsOf({ ...document, blocks: onPaper }))
      expect(text).toContain(squeezed(expected));
    for (const cell of tablesIn(onPaper).flatMap(cellTexts).flat()) expect(text).toContain(squeezed(cell));
  });

  test('names in its contents the pages on which things stand there', () => {
    const pages = pagesOf(name).map(squeezed);
    const entries = document.blocks.flatMap((block) => (block.kind === 'contents' ? block.entries : []));
    const numbers = contentsOf(written.get(name)!).map((entry) => entry.split('\t')[1]);
    expect(numbers).toHaveLength(entries.length);
    for (const [index, number] of numbers.entries()) {
      const page = pages.find((each) => each.endsWith(`—${number}—`)) ?? '';
      const heading = squeezed(plain(entries[index]!.content).replace(/^[一二三四五六七八九十]+、/, ''));
      expect(page, `${heading} on page ${number}`).toContain(heading);
    }
  });
});

test('with its page numbers it is the same twice', async () => {
  const { name, document } = whole.at(-1)!;
  expect(Buffer.compare(written.get(name)!, await asWord(document))).toBe(0);
});

async function asWord(document: ReportDocument): Promise<Uint8Array> {
  const formats = publications.filter(({ name }) => name === 'docx');
  return (await publish(document, 'a', formats, { ...thisMachine(), drawing })).at(-1)!.content as Uint8Array;
}

function pagesOf(name: string): string[] {
  const operands = ['-raw', join(folder, `${name}.pdf`), '-'];
  return execFileSync('pdftotext', operands, { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\f');
}
