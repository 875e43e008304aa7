import { factAt, parseFigure, type Report, resolveFact, roundTo } from '@fiscal/core';
import { readDocuments } from '@fiscal/read';
import { compose, figuresIn, type Table } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { exampleFiles, loadExample, loadText } from './check.js';
import { lineOf, pdfOf, setTable, type SetWord, tabbedTable, textOf, widthOf } from './unruled-documents.js';

/** Tables that nothing is drawn for: who reads them gives no figure to a wrong fact, and most to the right one. */
const reports = exampleFiles.flatMap((path) => {
  const [report] = loadExample(path).reports;
  return report?.template ? [{ path, report }] : [];
});

type LinesOf = (table: Table) => SetWord[][];

const layouts: Record<string, LinesOf> = {
  'names at the top of their cells': (table) => setTable(table, 'top'),
  'names at the bottom of their cells': (table) => setTable(table, 'bottom'),
  'columns far apart': (table) => setTable(table, 'bottom', 6),
};

describe.each(Object.entries(layouts))('%s', (_, linesOf) => {
  test.each(reports)('text of $path', async ({ report }) => {
    const lines = tablesOf(report).flatMap((table) => [...above(table), ...linesOf(table).map(lineOf), '']);
    await expectReadFrom(report, 'a.txt', encoded([cover(report), ...lines].join('\n')));
  });

  test.each(reports)('PDF of $path', async ({ report }) => {
    const pages = tablesOf(report).map((table) => [...above(table).map(wordAtLeft), ...linesOf(table)]);
    await expectReadFrom(report, 'a.pdf', pdfOf([[wordAtLeft(cover(report))], ...pages]));
  });
});

test.each(reports)('tabs between the cells, in $path', async ({ report }) => {
  const lines = tablesOf(report).flatMap((table) => [...above(table), ...tabbedTable(table), '']);
  await expectReadFrom(report, 'a.txt', encoded([cover(report), ...lines].join('\n')));
});

async function expectReadFrom(report: Report, name: string, bytes: Uint8Array): Promise<void> {
  const { wrong, right, missing, told } = await readAgain(report, tablesOf(report), name, bytes);
  if (process.env['SHOW']) console.log(name, right, missing.length, wrong, missing.slice(0, 12));
  expect(wrong).toEqual([]);
  expect(right / (right + missing.length)).toBeGreaterThan(0.9);
  expect(told).toBe(true);
}

function above({ title, unit }: Table): string[] {
  return [textOf(title), unit].filter((text) => text !== '');
}

function wordAtLeft(text: string): SetWord[] {
  return [{ text, left: 0, width: widthOf(text) }];
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function tablesOf(report: Report): Table[] {
  return compose(report).document.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
}

function cover({ base: { name, year, kind } }: Report): string {
  return `${name}${year}年度${kind}`;
}

async function readAgain(report: Report, tables: readonly Table[], name: string, bytes: Uint8Array) {
  const read = await readDocuments([{ name, bytes }], { template: report.template!.name });
  if ('failures' in read) throw new Error(JSON.stringify(read.failures));
  const [said] = loadText(read.source).reports;
  const told = read.reading.unread.some(({ reason }) => reason === 'unruled table');
  const found = { wrong: [] as string[], right: 0, missing: [] as string[], told };
  for (const { text, fact } of figuresIn(tables.map((table) => ({ ...table, notes: [] })))) {
    const printed = parseFigure(text);
    if (!fact || !printed) continue;
    const known = factAt(said!.base, fact.key);
    const { value, state } = known ? resolveFact(known) : {};
    if (
      value === undefined ||
      (state !== 'stated' && !roundTo(value, printed.decimalPlaces()).equals(printed))
    )
      found.missing.push(`${fact.key} ${text}`);
    else if (roundTo(value, printed.decimalPlaces()).equals(printed)) found.right += 1;
    else found.wrong.push(`${fact.key} ${text}, not ${value.toFixed()}`);
  }
  return found;
}
