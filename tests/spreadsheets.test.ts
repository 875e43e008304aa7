import { listFacts } from '@fiscal/core';
import { describe, expect, test, vi } from 'vitest';
import { exampleFiles } from './check.js';
import { cellTexts, plain, tablesIn } from './office/document-texts.js';
import { exampleOf, published, publishedBytes } from './office/published.js';
import { numbersOf, sheetsOf } from './office/read-xlsx.js';
import { parseXml, partsOf } from './office/read-zip.js';

vi.setConfig({ testTimeout: 120_000 });

test('a sheet that is little more than a page long is printed on one', async () => {
  const { document, report } = exampleOf('攀枝花市经济和信息化局-2023/攀枝花市经济和信息化局-2023.fiscal');
  const workbook = await publishedBytes('xlsx', document, report);
  const names = sheetsOf(workbook).map(({ name }) => name);
  const pagesOf = (name: string) => {
    const sheet = partsOf(workbook).get(`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`)!;
    return /fitToHeight="(\d)"/.exec(sheet)?.[1];
  };
  // 37 rows across, and 59 rows upright, of which only every other page would be filled.
  expect(pagesOf('公开04表')).toBe('1');
  expect(pagesOf('公开02表')).toBe('0');
});

test('a table without a title is called by the heading it stands under', async () => {
  const { document, report } = exampleOf('上海市普陀区财政局-2024/上海市普陀区财政局-2024.fiscal');
  const workbook = sheetsOf(await publishedBytes('xlsx', document, report));
  expect(workbook[1]!.name).toBe('部门决算单位构成');
  expect(workbook[0]!.rows[2]).toEqual(['', '部门决算单位构成', '部门决算单位构成']);
  expect([...(await published('csv', document, report)).keys()]).toContain('tables/01-部门决算单位构成.csv');
});

describe.each(exampleFiles)('%s', (path) => {
  const { document, report } = exampleOf(path);
  const tables = tablesIn(document.blocks);
  const workbook = publishedBytes('xlsx', document, report);

  test('as Excel has every table as a sheet of its own, between 目录 and 数据', async () => {
    const sheets = sheetsOf(await workbook);
    const names = sheets.map(({ name }) => name);
    expect(names).toHaveLength(tables.length + 2);
    expect(names.map((name) => name.toLowerCase())).toEqual([
      ...new Set(names.map((name) => name.toLowerCase())),
    ]);
    expect([names[0], names.at(-1)]).toEqual(['目录', '数据']);
    for (const [index, { label }] of tables.entries())
      if (plain(label) !== '') expect(names[index + 1]).toBe(plain(label));
    expect(sheets[0]!.rows.slice(2).map((row) => row[2])).toEqual(names.slice(1));
  });

  test('as Excel has every text of a table once, in its order', async () => {
    const sheets = sheetsOf(await workbook).slice(1, -1);
    for (const [index, table] of tables.entries()) {
      const { title, label, unit, notes } = table;
      const texts = [plain(title), plain(label), unit, ...cellTexts(table).flat(), ...notes.map(plain)];
      const read = sheets[index]!.rows.flat();
      expect(read.filter((text) => text !== '')).toEqual(
        texts.filter((text) => text !== '').map(asNumber(read)),
      );
      expect(sheets[index]!.frozenRows).toBeGreaterThanOrEqual(table.header.length);
      expect(sheets[index]!.printTitles).toMatch(/!\$\d+:\$\d+$/);
    }
  });

  test('as Excel holds figures as numbers with the decimals that they are printed with', async () => {
    for (const [index, table] of tables.entries()) {
      const printed = cellTexts({ ...table, header: [] }).flat();
      for (const { value, format } of numbersOf(await workbook, index + 1))
        expect(printed).toContain(shown(value, format));
    }
  });

  test('as Excel lists every fact with where it was written', async () => {
    const rows = sheetsOf(await workbook)
      .at(-1)!
      .rows.slice(1);
    const facts = listFacts(report.base);
    expect(rows.map(([path, label, , value, unit]) => [path, label, value, unit])).toEqual(
      facts.map(({ path, label, value = '', unit }) => [path, label, value, unit]),
    );
    expect(rows.map((row) => row.at(-1))).toEqual(
      facts.map(({ origin }) => (origin ? String(origin.range.start.line + 1) : '')),
    );
  });

  test('as Excel is the same twice, and every part of it is XML', async () => {
    const again = await publishedBytes('xlsx', document, report);
    expect(Buffer.compare(await workbook, again)).toBe(0);
    for (const xml of partsOf(again).values()) expect(() => parseXml(xml)).not.toThrow();
  });

  test('as CSV has a file for each table, with every text once', async () => {
    const files = [...(await published('csv', document))];
    expect(files).toHaveLength(tables.length + 1);
    for (const [index, table] of tables.entries()) {
      const content = files[index]![1] as string;
      expect(content.startsWith('\ufeff')).toBe(true);
      const { title, label, unit, notes } = table;
      const texts = [plain(title), plain(label), unit, ...cellTexts(table).flat(), ...notes.map(plain)];
      const expected = texts.filter((text) => text !== '').map((text) => text.replace(/^(?=[=+@])/, "'"));
      const read = rowsOf(content)
        .flat()
        .filter((text) => text !== '');
      expect(read.map(withoutCommas)).toEqual(expected.map(withoutCommas));
    }
  });
});

/** A number stands in a sheet without the commas and the per cent sign of its format. */
function asNumber(read: readonly string[]): (text: string) => string {
  return (text) => {
    if (read.includes(text)) return text;
    const plainDigits = text.replaceAll(',', '').replace('−', '-');
    const percent = /^(-?)(\d+)(?:\.(\d+))?%$/.exec(plainDigits);
    if (!percent) return plainDigits;
    const [, minus, whole = '', fraction = ''] = percent;
    const digits = whole.padStart(3, '0');
    return `${minus}${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`;
  };
}

/** As a spreadsheet shows a number in these formats. */
function shown(value: string, format: string): string {
  const percent = format.endsWith('%');
  const [whole = '', fraction = ''] = (percent ? timesHundred(value) : value).split('.');
  const decimals = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const grouped = format.startsWith('#,##') ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return grouped + (decimals > 0 ? `.${fraction.padEnd(decimals, '0')}` : '') + (percent ? '%' : '');
}

function timesHundred(value: string): string {
  const [whole = '', fraction = ''] = value.split('.');
  const digits = `${whole}${fraction.slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, '$1');
  return fraction.length > 2 ? `${digits}.${fraction.slice(2)}` : digits;
}

function withoutCommas(text: string): string {
  return /^[-−]?[\d,]+(\.\d+)?$/.test(text) ? text.replaceAll(',', '').replace('−', '-') : text;
}

/** Rows of a file as RFC 4180 has them. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows;
}
