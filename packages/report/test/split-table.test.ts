import { describe, expect, test } from 'vitest';
import type { Table } from '../src/document/document.js';
import { plainText } from '../src/document/plain-text.js';
import { layOutTable } from '../src/table-layout/table-layout.js';
import { splitTable } from '../src/table-layout/split-table.js';
import { table, text } from './table-builder.js';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** 科目编码, 科目名称, and two groups of figures. */
function wide(first: number, second: number): Table {
  const heads = [...numbers(first).map((at) => `甲${at}>`), ...numbers(second).map((at) => `乙${at}>`)];
  const cells = numbers(first + second).map((at) => `38503780${String(at).padStart(2, '0')}.00`);
  return table(
    [
      `编码/2 | 名称/2 | 工资福利支出[${first}] | 商品和服务支出[${second}]`,
      `^ | ^ | ${heads.join(' | ')}`,
      `2080505 | 机关事业单位基本养老保险缴费支出 | ${cells.join(' | ')}`,
    ].join('\n'),
    { title: text('支出决算明细表'), label: text('公开05表'), unit: '单位：元', notes: [text('注：略')] },
  );
}

/** 支出决算明细表: 编码 名称 甲1 甲2 …, of the second header row where there is one */
const shown = ({ title, header }: Table) =>
  `${plainText(title)}: ${header.map((row) => row.map((cell) => `${plainText(cell.content)}×${cell.columnSpan}`).join(' ')).join(' / ')}`;

describe('a table that no paper is wide enough for', () => {
  test('stands in parts, a group of columns together, each with the columns that say what a row is', () => {
    const columns = (name: string, from: number, to: number) =>
      numbers(to)
        .slice(from - 1)
        .map((at) => `${name}${at}×1`)
        .join(' ');
    expect(splitTable(wide(5, 12)).map(shown)).toEqual([
      `支出决算明细表: 编码×1 名称×1 工资福利支出×5 / ${columns('甲', 1, 5)}`,
      `支出决算明细表（续）: 编码×1 名称×1 商品和服务支出×7 / ${columns('乙', 1, 7)}`,
      `支出决算明细表（续）: 编码×1 名称×1 商品和服务支出×5 / ${columns('乙', 8, 12)}`,
    ]);
  });

  test('a group that has no room in one part goes on in the next', () => {
    const parts = splitTable(wide(3, 30));
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.every(({ header }) => header.length === 2)).toBe(true);
    const figures = parts.flatMap(({ rows }) =>
      rows[0]!.cells.slice(2).map(({ content }) => plainText(content)),
    );
    expect(figures).toEqual(numbers(33).map((at) => `38503780${String(at).padStart(2, '0')}.00`));
  });

  test.each([
    [5, 12],
    [20, 1],
    [1, 40],
  ])('%i and %i columns together are the whole, nothing lost and nothing twice', (first, second) => {
    const whole = wide(first, second);
    const [start, ...rest] = splitTable(whole);
    const joined = start!.rows.map(({ cells }, row) => [
      ...cells,
      ...rest.flatMap(({ rows }) => rows[row]!.cells.slice(2)),
    ]);
    expect(joined).toEqual(whole.rows.map(({ cells }) => cells));
    for (const { header, columns } of [start!, ...rest])
      expect(header[0]!.reduce((sum, { columnSpan }) => sum + columnSpan, 0)).toBe(columns.length);
  });

  test('each part lies across A4 in letters that read well', () => {
    for (const part of splitTable(wide(11, 22)).map(layOutTable)) {
      expect(['portrait', 'landscape']).toContain(part.paper);
      expect(part.size).toBeGreaterThanOrEqual(8);
    }
  });

  test('one id, one note; a long one begins a page with each part', () => {
    const parts = splitTable({ ...wide(5, 12), startsPage: true });
    expect(parts.map(({ id }) => id)).toEqual(['表-1', '表-1-2', '表-1-3']);
    expect(parts.map(({ notes }) => notes.length)).toEqual([0, 0, 1]);
    expect(parts.map(({ startsPage }) => startsPage)).toEqual([true, undefined, undefined]);
    const whole = wide(5, 12);
    const long = splitTable({ ...whole, rows: numbers(20).map(() => whole.rows[0]!) });
    expect(long.map(({ startsPage }) => startsPage)).toEqual([undefined, true, true]);
  });
});

test('a table that has room on some paper stays as it is', () => {
  const narrow = wide(4, 4);
  expect(splitTable(narrow)).toEqual([narrow]);
});
