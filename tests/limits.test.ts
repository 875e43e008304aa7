import { createScope, type Finding, messageOf } from '@fiscal/core';
import { templateFindings } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { generateReport } from './bench/generate-report.mjs';
import { findingsOf, loadText } from './check.js';

// What an author can write in a few lines and nobody can compute ends, and says where. That it ends at all is what
// these tests ask: one that does not runs into the time limit of every test.

function findingsIn(text: string): Finding[] {
  return findingsOf(loadText(text), templateFindings);
}

/** Each finding of those rules with the words that it stands at. */
function told(text: string, ...rules: string[]): string[] {
  const lines = text.split('\n');
  return findingsIn(text)
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, origin: { range } }) => {
      const line = lines[range.start.line]!;
      const end = range.end.line === range.start.line ? range.end.character : line.length;
      return `${rule} ${range.start.line + 1} ${line.slice(range.start.character, end)}`;
    });
}

const report = '部门决算 某局 2023 { 模板 川 }';
const all = '目录.功能分类.项';

describe('repetitions in repetitions', () => {
  test('of blocks', () => {
    const text = `模板 川 { 部分 "一" {
      每 甲 于 ${all} {
      每 乙 于 ${all} {
      每 丁 于 ${all} { 段 "x" } } } } }\n${report}`;
    expect(told(text, 'Z019', 'D015')).toEqual([`Z019 4 ${all}`]);
  });

  test('of text', () => {
    const text = `模板 川 { 部分 "一" { 段 {
      每 甲 于 ${all} {
      每 乙 于 ${all} {
      每 丁 于 ${all} { "x" } } } } } }\n${report}`;
    expect(told(text, 'Z019')).toEqual([`Z019 4 ${all}`]);
  });

  test('of rows', () => {
    const text = `模板 川 { 部分 "一" { 表 "甲" {
      行每 甲 于 ${all} {
      行每 乙 于 ${all} {
      行 甲.名称 乙.名称 } }
      列 "一" 文字 列 "二" 文字 } } }\n${report}`;
    expect(told(text, 'Z019')).toHaveLength(1);
  });

  test('of rows and columns', () => {
    const text = `模板 川 { 部分 "一" { 表 "甲" {
      行每 甲 于 ${all} { 行 }
      列每 乙 于 ${all} { 列 "x" = 甲.编码 } } } }\n${report}`;
    expect(told(text, 'Z019')).toHaveLength(1);
  });

  test('of columns in columns', () => {
    const text = `模板 川 { 部分 "一" { 表 "甲" {
      列每 甲 于 ${all} {
      列每 乙 于 ${all} { 列 "【甲.名称】" = 收入.总计 } }
      行每 丙 于 ${all} } } }\n${report}`;
    expect(told(text, 'Z019', 'Z028')).toEqual([expect.stringMatching(/^Z019 3 /)]);
  });

  test('of texts in texts that end in a wrong name', () => {
    const texts = Array.from(
      { length: 20 },
      (_, index) => `甲${index} "【甲${index + 1}】【甲${index + 1}】"`,
    );
    const text = `部门决算 某局 2023 {\n${texts.join('\n')}\n}`;
    expect(told(text, 'Z011')).toHaveLength(2);
  });

  test('of a rule, which then concludes nothing, and no other rule suffers', () => {
    const text = `${report.replace('模板 川', '收入 { 总计 3 }')}
规则 甲01 "一一对应" 每 甲 于 ${all} { ((${all} | 其中 (此.编码 = 甲.编码)) | 个数) = 1 }
规则 甲02 "总计有界" { 收入.总计 < 2 }`;
    expect(told(text, 'Z019', '甲01', '甲02')).toEqual(['甲02 1 3', `Z019 2 ${all}`]);
  });

  test('of many rules, which share what there is', () => {
    const rules = Array.from(
      { length: 40 },
      (_, index) =>
        `规则 甲${index} "一一对应" 每 甲 于 ${all} { ((${all} | 其中 (此.编码 = 甲.编码)) | 个数) = 1 }`,
    );
    const text = [report.replace('模板 川', ''), ...rules].join('\n');
    expect(told(text, 'Z019')).toHaveLength(40);
  });

  test('of a report that says much may be many', () => {
    const stepsFor = (lines: number) => {
      const { reports } = loadText(generateReport(lines));
      return createScope(reports[0]!.base, () => {}).budget.steps;
    };
    // The tables of 四川 take 2.9 million for 10,000 lines.
    expect(stepsFor(10_000)).toBeGreaterThan(8_000_000);
    expect(stepsFor(10)).toBeLessThan(1_100_000);
  });

  test('that a report needs are far from it', () => {
    const text = `模板 川 { 部分 "一" { 每 甲 于 ${all} { 段 "【甲.名称】" } } }\n${report}`;
    expect(findingsIn(text).map(messageOf)).toEqual([]);
  });
});

describe('rules that follow from each other', () => {
  /** 甲0x, 甲1x … of 收入, and rules by which they follow. */
  function chain(length: number, stated: string, rule: (index: number) => string): string {
    const names = Array.from({ length: length + 1 }, (_, index) => `甲${index}x`);
    const rules = names.map((_, index) => `规则 K${1000 + index} "连" { ${rule(index)} }`);
    return [`结构 收入 { ${names.join(' ')} }`, `部门决算 某局 2023 { 收入 { ${stated} } }`, ...rules].join(
      '\n',
    );
  }

  test('in a chain of two thousand, in whatever order', () => {
    const forwards = chain(2000, '甲0x 1.00', (index) =>
      index === 2000 ? '收入.甲0x > 0' : `收入.甲${index + 1}x = 收入.甲${index}x + 收入.其他收入`,
    );
    const backwards = [...forwards.split('\n').slice(0, 2), ...forwards.split('\n').slice(2).reverse()];
    expect(told(forwards, 'Z028')).toEqual([]);
    expect(told(backwards.join('\n'), 'Z028')).toEqual([]);
    expect(told(backwards.join('\n'), 'Z019')[0]).toMatch(/^Z019 \d+ 规则 K/);
  });

  test('in a chain of a hundred, as far as the last figure', () => {
    const text = chain(100, '甲0x 1.00 甲100x 2.00', (index) =>
      index === 100 ? '收入.甲0x > 0' : `收入.甲${100 - index}x = 收入.甲${99 - index}x`,
    );
    const [finding] = findingsIn(text).filter(({ data }) => data.kind === 'sum');
    expect(messageOf(finding!)).toContain('应为 1.00 万元');
  });

  test('each from all others', () => {
    const text = chain(14, '其他收入 1.00', (index) => {
      const others = Array.from({ length: 15 }, (_, other) => other).filter((other) => other !== index);
      return `收入.甲${index}x = ${others.map((other) => `收入.甲${other}x`).join(' + ')}`;
    });
    expect(told(text, 'Z019')).toHaveLength(1);
  });

  test('each from the one before it, twice', () => {
    const text = chain(60, '甲0x 1.00 甲60x 5.00', (index) =>
      index === 60 ? '收入.甲0x > 0' : `收入.甲${index + 1}x = 收入.甲${index}x + 收入.甲${index}x`,
    );
    const [finding] = findingsIn(text).filter(({ data }) => data.kind === 'sum');
    // 2^60
    expect(finding!.data).toMatchObject({ expected: '1152921504606846976.00' });
  });
});

describe('running text', () => {
  const paragraph = (inside: string) => `部门决算 某局 2023 {\n职责 """\n收入${inside}12.3万元。\n"""\n}`;

  test.each([' ', '\u3000', '3万元', '3%', '（', '其中：甲3万元、', '比上年增加3万元，', '占收入3%，'])(
    'of 200,000 characters of «%s» in one paragraph is not checked, and says so',
    (piece) => {
      const text = paragraph(piece.repeat(200_000 / piece.length));
      const found = findingsIn(text).filter(({ rule }) => rule === 'M005');
      expect(found.map(messageOf)).toEqual([expect.stringContaining('里面的数和文字没有核对')]);
    },
  );

  test.each([' ', '3万元', '3%', '其中：甲3万元、', '比上年增加3万元，', '占收入3%，'])(
    'of 200,000 characters of «%s» in many paragraphs is checked',
    (piece) => {
      const line = piece.repeat(9_000 / piece.length);
      const wrong = '货物和工程共 10.00 万元，其中：货物 3.00 万元、工程 8.00 万元。';
      const found = findingsIn(paragraph(`${line}。${wrong}\n`.repeat(22)));
      expect(found.filter(({ rule }) => rule === 'M005')).toEqual([]);
      expect(found.filter(({ rule }) => rule === 'T001')).toHaveLength(22);
    },
  );
});

test('the long report that is measured has no mistakes to look for', () => {
  expect(findingsIn(generateReport(6_000)).map(messageOf)).toEqual([]);
});
