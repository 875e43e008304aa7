import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publications, publish } from '@fiscal/report';
import { thisMachine } from '@fiscal/server/machine';
import { afterAll, describe, expect, test } from 'vitest';
import { exampleFiles } from '../check.js';
import { cellTexts, plain, squeezed, tablesIn, textsOf } from '../office/document-texts.js';
import { exampleOf } from '../office/published.js';
import { grayPicture, tableFrames } from './table-frames.js';

const folder = mkdtempSync(join(tmpdir(), 'fiscal-print-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const machine = thisMachine();
const whole = exampleFiles
  .map((path) => ({ path, ...exampleOf(path) }))
  .filter(({ document }) => document.blocks.length > 0);

describe.each(whole)('$path as PDF', ({ document }) => {
  const file = join(folder, 'a.pdf');

  test('says what the document says, and names the right pages', async () => {
    const pdf = await printed(document);
    writeFileSync(file, pdf);
    const text = squeezed(poppler('pdftotext', '-raw', file, '-')).replace(/—\d+—/g, '');
    for (const expected of textsOf(document)) expect(text).toContain(squeezed(expected));
    for (const cell of tablesIn(document.blocks).flatMap(cellTexts).flat())
      expect(text).toContain(squeezed(cell));
    const pages = poppler('pdftotext', '-raw', file, '-').split('\f').map(squeezed);
    const entries = document.blocks.flatMap((block) => (block.kind === 'contents' ? block.entries : []));
    for (const { content, number, page } of entries.map((entry) => ({
      ...entry,
      ...listedPage(pages, plain(entry.content)),
    }))) {
      const heading = squeezed(plain(content).replace(/^[一二三四五六七八九十]+、/, ''));
      expect(page).toContain(heading);
      expect(page).toMatch(new RegExp(`—${number}—`));
    }
  });

  test('is A4 or A3, tagged, searchable, with its fonts, and tells neither a time nor a path', async () => {
    const about = poppler('pdfinfo', '-l', '999', file);
    expect(about).toMatch(/Tagged: +yes/);
    expect(about).not.toMatch(/CreationDate: +\S/);
    expect(poppler('pdftotext', file, '-')).not.toMatch(/file:\/\/|\/tmp\//);
    const sizes = [...about.matchAll(/size: +([\d.]+) x ([\d.]+)/g)].map(([, width, height]) =>
      [Number(width), Number(height)].map((points) => Math.round((points * 25.4) / 72)).join('×'),
    );
    expect(sizes.filter((size) => !['210×297', '297×210', '420×297'].includes(size))).toEqual([]);
    const fonts = poppler('pdffonts', file)
      .split('\n')
      .slice(2)
      .filter((line) => line !== '');
    expect(fonts.filter((line) => !/ yes (?:yes|no ) ?yes/.test(line) && !/ yes /.test(line))).toEqual([]);
  });

  test('has 财政拨款收入支出决算总表, which lies across, on one page with its note', () => {
    const pages = poppler('pdftotext', '-raw', file, '-').split('\f').map(squeezed);
    const title = '财政拨款收入支出决算总表';
    const tables = tablesIn(document.blocks).filter((table) => plain(table.title) === title);
    for (const { notes } of tables) {
      const page = pages.findLast((text) => text.includes(title));
      expect(page).toContain(squeezed(plain(notes[0]!)));
    }
  });

  test('draws every table to its outer lines', () => {
    const pages = join(folder, 'page');
    poppler('pdftoppm', '-gray', '-r', '150', file, pages);
    const drawn = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    const frames = drawn.flatMap((name) => tableFrames(grayPicture(readFileSync(join(folder, name)))));
    for (const name of drawn) rmSync(join(folder, name));
    // Between two tables that lie below one another neither side is closed.
    expect(frames.filter(({ left, right }) => left !== right)).toEqual([]);
    expect(frames.filter(({ left }) => left).length).toBeGreaterThan(5);
  });

  test('is the same twice', async () => {
    expect(Buffer.compare(readFileSync(file), await printed(document))).toBe(0);
  });
});

async function printed(document: (typeof whole)[number]['document']): Promise<Uint8Array> {
  const formats = publications.filter(({ name }) => name === 'pdf');
  return (await publish(document, 'a', formats, machine))[0]!.content as Uint8Array;
}

/** The number behind an entry of the contents, and the text of the page that has it. */
function listedPage(pages: readonly string[], entry: string): { number: string; page: string } {
  const escaped = squeezed(entry).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const front = pages.slice(
    0,
    pages.findIndex((page) => /—1—/.test(page)),
  );
  const number =
    front.map((page) => new RegExp(`${escaped}\\.*(\\d+)`).exec(page)?.[1]).find((found) => found) ?? '';
  return { number, page: pages.find((page) => new RegExp(`—${number}—`).test(page)) ?? '' };
}

function poppler(program: string, ...operands: string[]): string {
  return execFileSync(program, operands, { encoding: 'utf8', maxBuffer: 1 << 28 });
}
