import { type Finding, messageOf, relatedPlacesOf } from '@fiscal/core';
import { documentFindings, documentPlaces, readDocuments } from '@fiscal/read';
import { compose, type ReportDocument, type Table } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { Random } from '../packages/cli/src/trial/random.js';
import { findingsOf, isWrong, loadExample, loadText, saying } from './check.js';
import { publishedBytes } from './office/published.js';
import { plantedIn, type PlantedTable, tableFaults, textOf } from './planted/table-faults.js';

/** One fault in one table of a published document is told where it is, once, and nothing else is told. */
const examples: [name: string, format: string][] = [
  ['上海市普陀区财政局-2024', 'docx'],
  ['攀枝花市经济和信息化局-2023', 'docx'],
  ['示例区文化馆-2024', 'xlsx'],
];

const tallies = { planted: 0, found: 0, told: 0, false: 0 };
/** Faults of which more is told than that they are there. */
const several: string[] = [];

test.each(examples)('%s, %s', { timeout: 300_000 }, async (name, format) => {
  const { document } = compose(loadExample(`${name}/${name}.fiscal`).reports[0]!);
  const before = new Set((await check(document, format)).found.filter(isWrong).map(messageOf));
  const random = new Random(5);
  const silent: string[] = [];
  for (const fault of tableFaults) {
    const planted = plantedIn(document, fault, random);
    if (!planted) continue;
    const { found, lines } = await check(planted.document, format);
    const fresh = found.filter((finding) => isWrong(finding) && !before.has(messageOf(finding)));
    const about = fresh.filter((finding) => isAbout(finding, planted, lines));
    tallies.planted += 1;
    if (about.length > 0) tallies.found += 1;
    else silent.push(`${fault} in ${planted.title}: ${planted.rows.join(' / ')}`);
    if (fresh.length > 1) several.push(`${fault} in ${planted.title}: ${fresh.map(saying).join(' / ')}`);
    tallies.told += fresh.length;
    tallies.false += fresh.length - about.length;
  }
  expect(silent.slice(1)).toEqual([]);
});

test('most are told, and little else', () => {
  expect(tallies.planted).toBeGreaterThan(27);
  expect(tallies.found / tallies.planted).toBeGreaterThanOrEqual(0.9);
  expect(tallies.false / tallies.told).toBeLessThanOrEqual(0.05);
  expect(several.slice(Math.floor(tallies.planted / 10))).toEqual([]);
});

const sichuan = '攀枝花市经济和信息化局-2023';

/** What a table that is empty lacks in sums, and a row that is missing in each of its columns, is one thing to tell. */
describe('one cause', { timeout: 300_000 }, () => {
  const { document } = compose(loadExample(`${sichuan}/${sichuan}.fiscal`).reports[0]!);
  const before = check(document, 'docx').then(({ found }) => new Set(found.map(messageOf)));

  test.each([
    ['一般公共预算财政拨款支出决算表', 'an empty table', '一般公共预算财政拨款支出决算表'],
    ['支出决算表', 'an empty table', '支出决算表'],
    ['收入决算表', '2101101', '行政单位医疗'],
    ['支出决算表', '2011308', '招商引资'],
    ['一般公共预算财政拨款支出决算表', '215', '资源勘探工业信息等支出'],
  ])('%s, %s', async (title, fault, named) => {
    const blocks = document.blocks.map((block) => {
      if (block.kind !== 'table' || textOf(block.title) !== title) return block;
      return fault === 'an empty table' ? emptied(block) : withoutRow(block, fault);
    });
    expect(blocks).not.toEqual(document.blocks);
    const [{ found }, known] = [await check({ ...document, blocks }, 'docx'), await before];
    const fresh = found.filter((finding) => isWrong(finding) && !known.has(messageOf(finding)));
    expect(fresh.map(saying)).toEqual([expect.stringContaining(named)]);
  });
});

function emptied(table: Table): Table {
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) =>
      table.columns[column]?.align === 'right' ? { ...cell, content: [] } : cell,
    ),
  }));
  return { ...table, rows };
}

/** Without the row that begins with this code. */
function withoutRow(table: Table, code: string): Table {
  return { ...table, rows: table.rows.filter(({ cells }) => textOf(cells[0]!.content) !== code) };
}

async function check(document: ReportDocument, format: string) {
  const bytes = await publishedBytes(format, document);
  const name = `报告.${format}`;
  const read = await readDocuments([{ name, bytes }]);
  if ('failures' in read) throw new Error(JSON.stringify(read.failures));
  const places = documentPlaces(read);
  const workspace = loadText(read.source);
  const found = documentFindings(read, workspace.reports[0]!, places, findingsOf(workspace));
  return { found, lines: places.document.lines };
}

/** It stands in one of the rows, or one of its figures does; or it names what is wrong. */
function isAbout(finding: Finding, { rows, named }: PlantedTable, lines: readonly string[]): boolean {
  const wanted = rows.map(bare);
  const places = [finding, ...relatedPlacesOf(finding)].map(({ origin }) =>
    bare([lines[origin.range.start.line]!]),
  );
  return (
    places.some((line) => wanted.some((row) => line.endsWith(row))) ||
    named.some((words) => bare([messageOf(finding)]).includes(bare([words])))
  );
}

function bare(cells: readonly string[]): string {
  return cells.join('').normalize('NFKC').replace(/[\s│]/g, '');
}
