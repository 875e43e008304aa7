import type { Report } from '@fiscal/core';
import { compose } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { loadExample } from './check.js';
import {
  cell,
  coverOf,
  docxOf,
  type HandCell,
  type HandTable,
  handTables,
  htmlOf,
  ruledPdfOf,
  xlsxOf,
} from './hand-made-documents.js';
import { differences, readBytes } from './read-back.js';

/** Tables as somebody makes them by hand say what they say: over pages, with merged cells, in other digits. */
const reports = (
  [
    ['上海市普陀区财政局-2024', 'pdf'],
    ['攀枝花市经济和信息化局-2023', 'docx'],
    ['示例区文化馆-2024', 'html'],
  ] as const
).map(([name, format]) => ({ name, format, report: loadExample(`${name}/${name}.fiscal`).reports[0]! }));

type Variation = (table: HandTable) => HandTable[];

/** Cut behind its third row, the rest as it stands on the next page. */
const cut =
  (rest: (table: HandTable) => Pick<HandTable, 'above' | 'header'>): Variation =>
  (table) =>
    table.rows.length < 5
      ? [table]
      : [
          { ...table, rows: table.rows.slice(0, 3) },
          { ...rest(table), rows: table.rows.slice(3) },
        ];

const overPages: Record<string, Variation> = {
  'the rest without a header': cut(() => ({ above: [], header: [] })),
  'the header again': cut(({ header }) => ({ above: [], header })),
  'title and header again': cut(({ above, header }) => ({ above, header })),
  '续表 in brackets': cut(({ above: [title, ...unit], header }) => ({
    above: [`${title}（续表）`, ...unit],
    header,
  })),
  '续表 alone': cut(({ above: [, ...unit], header }) => ({ above: ['续表', ...unit], header })),
  '续上表 without a header': cut(() => ({ above: ['续上表'], header: [] })),
  'the header at the foot of the page before': ({ above, header, rows }) => [
    { above, header, rows: [] },
    { above: [], header: [], rows },
  ],
  'in three parts': (table) =>
    cut(({ header }) => ({ above: [], header }))(table).flatMap(cut(({ header }) => ({ above: [], header }))),
};

const ofCells: Record<string, Variation> = {
  'full-width digits': mapped((text) =>
    text.replace(/[0-9.,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  ),
  'blanks in short names': mapped((text) =>
    /^\p{Script=Han}{2,4}$/u.test(text) ? [...text].join('　') : text,
  ),
  'blanks and line ends in long names': mapped((text) =>
    /^\p{Script=Han}{9,}$/u.test(text) ? `  ${text.slice(0, 6)} ${text.slice(6)}` : text,
  ),
  'signs for nothing': signedBlanks,
  '类, 款 and 项 in columns of their own': splitCodes,
  '合计 over code and name': mergedTotals,
};

const formats = {
  html: (report: Report, tables: readonly HandTable[]) => htmlOf(coverOf(report), tables),
  docx: (report: Report, tables: readonly HandTable[]) => docxOf(coverOf(report), tables),
  pdf: (report: Report, tables: readonly HandTable[]) => ruledPdfOf(coverOf(report), tables),
};

describe.each(reports)('$name', ({ report, format }) => {
  test.each(Object.entries({ ...overPages, ...ofCells }))(`${format}, %s`, async (_, variation) => {
    const tables = handTables(report).flatMap(variation);
    expect(await misread(report, `报告.${format}`, formats[format](report, tables))).toEqual([]);
  });

  test.each(Object.entries(ofCells))('xlsx, %s', async (_, variation) => {
    const sheets = handTables(report).map(variation);
    expect(await misread(report, '报告.xlsx', xlsxOf(coverOf(report), sheets))).toEqual([]);
  });

  test.each(Object.entries(overPages))('xlsx, sheets split in two, %s', async (_, variation) => {
    const sheets = handTables(report).flatMap((table) => variation(table).map((part) => [part]));
    expect(await misread(report, '报告.xlsx', xlsxOf(coverOf(report), sheets))).toEqual([]);
  });

  test('xlsx, all tables on one sheet', async () => {
    expect(await misread(report, '报告.xlsx', xlsxOf(coverOf(report), [handTables(report)]))).toEqual([]);
  });

  test.each(['tracked', 'boxed'] as const)('docx, %s', async (setting) => {
    const bytes = docxOf(coverOf(report), handTables(report), setting);
    expect(await misread(report, '报告.docx', bytes)).toEqual([]);
  });

  test('pdf, a row cut by the end of the page', async () => {
    const bytes = ruledPdfOf(coverOf(report), handTables(report).flatMap(cutRow));
    expect(await misread(report, '报告.pdf', bytes)).toEqual([]);
  });
});

async function misread(report: Report, name: string, bytes: Uint8Array): Promise<string[]> {
  const { reading, said, slips } = await readBytes(name, bytes);
  const tables = compose(report).document.blocks.flatMap((block) =>
    block.kind === 'table' ? [{ ...block, notes: [] }] : [],
  );
  return [...slips.map(({ rule }) => rule), ...differences(tables, said, reading)];
}

function mapped(change: (text: string) => string): Variation {
  const row = (cells: readonly HandCell[]) => cells.map((one) => ({ ...one, text: change(one.text) }));
  return ({ above, header, rows }) => [{ above, header: header.map(row), rows: rows.map(row) }];
}

/** Behind a name or a figure. */
function signedBlanks({ above, header, rows }: HandTable): HandTable[] {
  const signed = (row: readonly HandCell[]) =>
    row.map((one, at) =>
      one.text === '' && at > 1 && row[at - 1]!.text !== '' ? { ...one, text: '-' } : one,
    );
  return [{ above, header, rows: rows.map(signed) }];
}

/** 2010601 → 201 06 01, below 类 款 项. */
function splitCodes({ above, header, rows }: HandTable): HandTable[] {
  const [first] = header;
  const isCoded =
    first?.[0]?.text.endsWith('编码') && rows.some(([code]) => /^\d{3,7}$/.test(code?.text ?? ''));
  if (!isCoded || first![0]!.columns > 1) return [{ above, header, rows }];
  const [code, ...others] = first!;
  const split = ({ text, rows: high }: HandCell): HandCell[] =>
    /^\d{3,7}$/.test(text)
      ? [cell(text.slice(0, 3)), cell(text.slice(3, 5)), cell(text.slice(5, 7))]
      : [cell(text), cell('', 1, high), cell('', 1, high)];
  // Each name of the header that reaches down to its last line reaches down to 类, 款 and 项.
  const lowered = (cells: readonly HandCell[], at: number) =>
    cells.map((one) => (at + one.rows >= header.length ? { ...one, rows: one.rows + 1 } : one));
  const head = header.map((row, at) =>
    at === 0 ? [{ ...code!, columns: 3 }, ...lowered(others, 0)] : lowered(row, at),
  );
  return [
    {
      above,
      header: [...head, [cell('类'), cell('款'), cell('项')]],
      rows: rows.map(([own, ...rest]) => [...split(own!), ...rest]),
    },
  ];
}

function mergedTotals({ above, header, rows }: HandTable): HandTable[] {
  const isTotal = ([code, name]: readonly HandCell[]) => code?.text === '' && name?.text === '合计';
  return [
    { above, header, rows: rows.map((row) => (isTotal(row) ? [cell('合计', 2), ...row.slice(2)] : row)) },
  ];
}

/** Behind the third row the page ends, and with it a long name. */
function cutRow(table: HandTable): HandTable[] {
  const row = table.rows[2] ?? [];
  const long = row.findIndex(({ text }, at) => at > 0 && /^\p{Script=Han}{6,}$/u.test(text));
  if (table.rows.length < 5 || long < 0 || table.rows.some(([first]) => first?.text === '')) return [table];
  const part = (change: (text: string) => string, other: (one: HandCell) => HandCell) =>
    row.map((one, at) => (at === long ? { ...one, text: change(one.text) } : other(one)));
  const before = part(
    (text) => text.slice(0, 4),
    (one) => one,
  );
  const after = part(
    (text) => text.slice(4),
    (one) => ({ ...one, text: '' }),
  );
  return [
    { ...table, rows: [...table.rows.slice(0, 2), before] },
    { above: [], header: table.header, rows: [after, ...table.rows.slice(3)] },
  ];
}
