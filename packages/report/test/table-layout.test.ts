import { describe, expect, test } from 'vitest';
import { layOutTable } from '../src/table-layout/table-layout.js';
import { headerLines } from '../src/table-layout/header-lines.js';
import { headerPositions } from '../src/table-layout/header-positions.js';
import { plainText } from '../src/document/plain-text.js';
import { table } from './table-builder.js';

function paperOf(source: string): string {
  const { paper, size } = layOutTable(table(source));
  return `${paper} ${size}`;
}

/** Widths in em of the table's font where the table is as wide as its sheet. */
function widthsOf(source: string): number[] {
  const { widths, wish } = layOutTable(table(source));
  return widths.map((width) => (width * wish) / 100);
}

const name = '机关事业单位基本养老保险缴费支出';

function figures(count: number, figure: string, words = '基本支出'): string {
  const cells = (cell: string) => Array.from({ length: count }, () => cell).join(' | ');
  return `科目编码 | 科目名称 | ${cells(`${words}>`)}\n2080505 | ${name} | ${cells(figure)}`;
}

describe('the paper is chosen by the width of what stands in the cells, not by the number of columns', () => {
  test.each([
    [3, '170.64', 'portrait 10.5'],
    [6, '170.64', 'portrait 9'],
    [8, '170.64', 'landscape 10.5'],
    [3, '385037800.00', 'portrait 9'],
    [4, '385037800.00', 'landscape 10.5'],
    [8, '385037800.00', 'A3 9'],
    [20, '0.00', 'A3 9'],
  ])('%i columns of %s: %s', (count, figure, paper) => {
    expect(paperOf(figures(count, figure))).toBe(paper);
  });

  test('letters shrink where no paper is wide enough, and nothing is cut', () => {
    const { paper, size, least, wish } = layOutTable(table(figures(60, '385037800.00')));
    expect(paper).toBe('A3');
    expect(size).toBeLessThan(5);
    expect(least).toBeLessThanOrEqual(wish + 0.01);
  });

  test('smaller letters where they bring the table onto one page, as 收入支出决算总表', () => {
    const row = '\n一般公共服务支出 | 1.00 | 一般公共服务支出 | 1.00';
    const long = '\n使用非财政拨款结余（含专用结余） | 1.00 | 灾害防治及应急管理支出 | 1.00';
    const header = '项目 | 决算数> | 项目 | 决算数>';
    expect(paperOf(header + row.repeat(20))).toBe('portrait 10.5');
    expect(paperOf(header + long + row.repeat(25))).toBe('portrait 9');
    expect(paperOf(header + long + row.repeat(30))).toBe('portrait 8');
    expect(paperOf(header + row.repeat(90))).toBe('portrait 10.5');
  });
});

test('on a sheet that lies across closer lines, too, as 财政拨款收入支出决算总表', () => {
  const row = `\n${name} | 1.00 | ${name} | 3213.28 | 3213.28 | 0.00 | 0.00`;
  const header =
    '项目 | 决算数> | 项目 | 合计> | 一般公共预算财政拨款> | 政府性基金预算财政拨款> | 国有资本>';
  const layout = (rows: number) => {
    const { paper, size, dense } = layOutTable(table(header + row.repeat(rows)));
    return `${paper} ${size}${dense ? ' dense' : ''}`;
  };
  expect(layout(28)).toBe('landscape 8');
  expect(layout(29)).toBe('landscape 8 dense');
  expect(layout(40)).toBe('landscape 8 dense');
  expect(layout(41)).toBe('landscape 10.5');
});

test('a heading that reaches down has the lines of all its rows', () => {
  const { header } = table('科目/2 | 收入与支出[2]\n^ | 小计> | 基本>\n行政运行 | 1 | 2');
  const lines = (ofWords: Record<string, number>) =>
    headerLines(header, ({ cell }) => ofWords[plainText(cell.content)] ?? 1);
  expect(lines({})).toEqual([1, 1]);
  expect(lines({ 科目: 2 })).toEqual([1, 1]);
  expect(lines({ 科目: 3 })).toEqual([1, 2]);
  expect(lines({ 科目: 3, 收入与支出: 2 })).toEqual([2, 1]);
  expect(lines({ 基本: 3 })).toEqual([1, 3]);
});

describe('columns', () => {
  test('codes and figures stay whole, words get the room', () => {
    const [code, words, figure] = widthsOf(figures(6, '170.64'));
    expect(code).toBeGreaterThan(7 * 0.62);
    expect(figure).toBeLessThan(6);
    expect(words).toBeGreaterThan(12);
  });

  test('a column of running numbers is as wide as they are', () => {
    const [index, words] = widthsOf(
      '序号 | 项目名称 | 得分>\n1 | 攀枝花市钒钛储能产业发展规划编制 | 98\n12 | 无线电监管 | 97',
    );
    expect(index).toBeLessThan(4);
    expect(words).toBeGreaterThan(16);
  });

  test('a long heading takes lines instead of room', () => {
    const [, , figure] = widthsOf('科目编码 | 科目名称 | 对附属单位补助支出>\n20805 | 养老支出 | 0.00');
    expect(figure).toBeLessThan(7);
  });

  test('headings over several columns have their room too', () => {
    const widths = widthsOf(
      '科目/2 | 国有资本经营预算财政拨款收入与支出[2]\n^ | 小计> | 基本>\n行政运行 | 1 | 2',
    );
    expect(widths[1]! + widths[2]!).toBeGreaterThan(7);
  });

  test('where the table must scroll nothing breaks', () => {
    const { widths, least } = layOutTable(table(figures(6, '385037800.00')));
    for (const width of widths.slice(2)) expect((width * least) / 100).toBeGreaterThan(12 * 0.55);
  });

  test('a figure without end does not make a column without end', () => {
    const { wish } = layOutTable(table(`科目 | 数>\n行政运行 | ${'9'.repeat(100_000)}`));
    expect(wish).toBeLessThan(42);
  });

  test('no columns, no rows', () => {
    expect(layOutTable({ ...table('甲'), columns: [], header: [], rows: [] })).toMatchObject({
      paper: 'portrait',
      widths: [],
      least: 0,
    });
    expect(layOutTable(table('甲 | 乙>')).widths).toHaveLength(2);
  });
});

test('header cells know their column, below cells that reach down', () => {
  const { header } = table(
    '项目[2] | 合计/3 | 其中[2]\n编码/2 | 名称/2 | ^ | 支出[2]\n^ | ^ | ^ | 基本> | 项目>',
  );
  expect(headerPositions(header).map(({ cell, column }) => `${plainText(cell.content)} ${column}`)).toEqual([
    '项目 0',
    '合计 2',
    '其中 3',
    '编码 0',
    '名称 1',
    '支出 3',
    '基本 3',
    '项目 4',
  ]);
});
