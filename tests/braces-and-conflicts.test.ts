import { formatText } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { check, isWrong, saying } from './check.js';

const lines = `部门决算 甲局 2023 {
  收入 {
    事业收入 5.00
    总计 5.00
  }
  支出 一般公共预算 {
    2012601 行政运行  基本 3.00 {
      用途 "甲"
    }
    2012604 档案馆  项目 2.00
    合计 5.00
  }
  三公经费 {
    公务接待费 0
  }
}
`.split('\n');

describe('a brace is told where the indentation shows that it is lost or too many, and nothing else', () => {
  const closing = lines.flatMap((line, index) => (/^ +\}$/.test(line) ? [index] : []));

  test.each(closing)('lost on line %i', (index) => {
    const told = heads.map(
      ([line, head]) => `${line} Z006 「${head}」的“{”没有配对的“}”：请在第 ${index} 行后面补上“}”。`,
    );
    expect(told).toContainEqual(wrong(lines.toSpliced(index, 1)).join());
  });

  /** Lines that open a block, counted from one, and the words that name it. */
  const heads: [number, string][] = [
    [2, '收入'],
    [6, '支出 一般公共预算'],
    [7, '2012601 行政运行'],
    [13, '三公经费'],
  ];

  test('each block is told by its own words', () => {
    const told = closing.map((index) => wrong(lines.toSpliced(index, 1)).join());
    expect(told.map((one) => /「(.*?)」/.exec(one)?.[1]).sort()).toEqual(
      heads.map(([, head]) => head).sort(),
    );
  });

  test.each(closing)('twice on line %i', (index) => {
    expect(wrong(lines.toSpliced(index, 0, lines[index]!))).toEqual([
      `${index + 2} Z006 多了一个“}”，前面没有与它配对的“{”：请删去这一个。`,
    ]);
  });

  test.each(closing)('a bracket on line %i', (index) => {
    const typed = lines[index]!.replace('}', ')');
    expect(wrong(lines.toSpliced(index, 1, typed))).toEqual([
      `${index + 1} Z006 「)」应为“}”：这里结束前面的“{”。`,
    ]);
  });

  const opening = lines.flatMap((line, index) => (/^ +.* \{$/.test(line) ? [index] : []));

  test.each(opening)('not opened on line %i', (index) => {
    const head = lines[index]!.slice(0, -2);
    const word = head.split(' ').at(-1);
    expect(wrong(lines.toSpliced(index, 1, head))).toEqual([
      `${index + 1} Z006 「${word}」后面缺少“{”：下面缩进的几行是它的内容。`,
    ]);
  });

  test.each([
    ['at the margin', '机关运行经费\n{模板 甲 {\n}\n'],
    ['indented', '机关运行经费\n{模板 甲 {\n        }\n'],
  ])('a brace in what can begin nothing goes with it: %s', (_, text) => {
    const told = ['1 Z006 「机关运行经费」不在任何报告、模板或规则之内。'];
    expect(wrong(text.split('\n'))).toEqual(told);
    expect(wrong(formatText(text).split('\n'))).toEqual(told);
  });

  test('a file that is not indented is left to its braces', () => {
    const flat = lines.map((line) => line.trimStart());
    expect(wrong(flat.toSpliced(4, 1)).length).toBeLessThanOrEqual(2);
  });
});

test('wherever a text breaks off, each place that is told is one', () => {
  const text = lines.join('\n');
  const strange = Array.from(text, (_, at) => text.slice(0, at)).filter((start) =>
    check(start).some(({ origin, data }) => {
      const places = 'places' in data ? (data.places ?? []) : [];
      return [origin, ...places].some(({ range }) => !Number.isInteger(range.start.character));
    }),
  );
  expect(strange).toEqual([]);
});

describe('of versions that git could not merge', () => {
  const conflict = ['<<<<<<< HEAD', lines[9]!, '=======', `${lines[9]!}0`, '>>>>>>> 复核'];
  const told = (first: number, last: number) =>
    `${first} Z030 从这里到第 ${last} 行，两个人改了同一处，两种写法都在：======= 上面是一种，下面是一种。留下对的一种，把另一种和 <<<<<<<、=======、>>>>>>> 这几行删去。改好以前，这几行不算数。`;
  const lengthOf = (text: string) => text.split('\n').length;

  test('one error tells, nothing of what stands between', () => {
    expect(wrong(lines.toSpliced(9, 1, ...conflict))).toEqual([told(10, 14)]);
  });

  test('in the style that also shows what both came from', () => {
    const withBase = conflict.toSpliced(2, 0, '||||||| 3c1', lines[9]!);
    expect(wrong(lines.toSpliced(9, 1, ...withBase))).toEqual([told(10, 16)]);
  });

  test('the rest of the file is checked', () => {
    const text = lines.toSpliced(9, 1, ...conflict).join('\n');
    expect(wrong(text.replace('总计 5.00', '总计 6.00').split('\n'))).toEqual([
      '4 I0103 「收入总计」应为 5.00 万元（「事业收入」5.00），申报 6.00 万元，差 +1.00 万元，超出舍入误差 ±0.01。',
      told(10, 14),
    ]);
  });

  const blocks = (first: string, second: string, behind: string) => [
    '部门决算 某局 2024 {',
    '<<<<<<< HEAD',
    first,
    '=======',
    second,
    '>>>>>>> 复核',
    behind,
    '}',
  ];
  const wrongProcurement = '政府采购 4.00 { 货物 3.00  服务 0  工程 0 }';

  test.each([
    ['机关运行经费 5.00', '机关运行经费 6.00'],
    ['收入 {\n  事业收入 5.00\n}', '收入 {\n  事业收入 6.00\n}'],
    ['// 甲\n三公经费 未发生', '三公经费 { 公务接待费 1.00 }'],
  ])('between blocks, the others are checked: %s', (first, second) => {
    expect(wrong(blocks(first, second, wrongProcurement))).toEqual([
      told(2, 4 + lengthOf(first) + lengthOf(second)),
      expect.stringMatching(/^\d+ N1102 /),
    ]);
  });

  test.each([
    ['the same block', '政府采购 3.00', '政府采购 4.00 { 货物 3.00 }', wrongProcurement],
    [
      'another part of it',
      '收入 { 事业收入 5.00 }',
      '收入 { 事业收入 6.00 }',
      '收入 { 其他收入 1.00  总计 7.00 }',
    ],
    ['what holds for all of it', '货币单位 元', '货币单位 万元', wrongProcurement],
  ])('where the versions are about %s nothing is told of its figures', (_, first, second, behind) => {
    expect(wrong(blocks(first, second, behind))).toEqual([told(2, 4 + lengthOf(first) + lengthOf(second))]);
  });

  test('where a version opens a block the first is read for its braces', () => {
    const heads = ['<<<<<<< HEAD', '  三公经费 {', '=======', '  三公经费 0 {', '>>>>>>> 复核'];
    expect(wrong(lines.toSpliced(12, 1, ...heads))).toEqual([told(13, 17)]);
  });

  const prose = (path: string) => `  职责 """\n    完成【${path}】。\n    """`;

  test.each([
    ['its name', '项目.修堤.执行', ['  项目 修堤护岸 {', '  项目 修堤工程 {'], '    执行 5.00'],
    [
      'what it names',
      '项目.修堤.指标.堤防.完成',
      ['    指标 产出 甲堤 完成 3 里', '    指标 产出 乙堤 完成 3 里'],
    ],
  ])(
    'what texts ask for of a project in conflict over %s is not unknown',
    (_, path, [first, second], ...rest) => {
      const conflicting = ['<<<<<<< 当前', first!, '=======', second!, '>>>>>>> 并入'];
      const isHead = first!.includes('{');
      const project = [...(isHead ? [] : ['  项目 修堤 {']), ...conflicting, ...rest, '  }'];
      const text = ['部门决算 某局 2024 {', prose(path), '  收入 { 总计 5.00 }', ...project, '}'];
      const found = wrong(text);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/ Z030 从这里到第/);
    },
  );

  test('an unknown name elsewhere is told beside a conflict', () => {
    const text = ['部门决算 某局 2024 {', prose('收入.总记'), '  收入 { 总计 5.00 }', '  项目 修堤 {'];
    const conflicting = ['<<<<<<< 当前', '    执行 4.00', '=======', '    执行 5.00', '>>>>>>> 并入'];
    expect(wrong([...text, ...conflicting, '  }', '}']).map((one) => one.split(' ')[1])).toEqual([
      'Z011',
      'Z030',
    ]);
  });

  test('a mark that was left over is told, and blank otherwise', () => {
    expect(wrong(lines.toSpliced(9, 0, '>>>>>>> 复核'))).toEqual([
      '10 Z030 「>>>>>>>」这一行是合并冲突留下的标记，请删去。',
    ]);
  });

  test('formatting changes nothing in the file', () => {
    const text = lines.toSpliced(9, 1, ...conflict).join('\n');
    expect(formatText(text)).toBe(text);
  });
});

function wrong(text: readonly string[]): string[] {
  return check(text.join('\n'))
    .filter(isWrong)
    .map((finding) => `${finding.origin.range.start.line + 1} ${saying(finding)}`);
}
