import { describe, expect, test } from 'vitest';
import { check, isWrong, saying } from './check.js';

/** 未检查 of what rests on a line that could not be read, and an error for the line; what rests on others is judged. */
describe('beside a line that cannot be read sums are not judged', () => {
  test('of its block', () => {
    const found = told(report('事业收入 5,00', '公务接待费 1.00'));
    // Nobody left the figure open: it is told where it stands, and nothing of it besides.
    expect(found).toEqual(['Z029 3']);
  });

  test('where the line says nothing at all', () => {
    const found = told(report('事来收入 5.00', '公务接待费 1.00'));
    expect(found).toContain('M005 「收入」有勾稽关系未检查：收入里有看不懂的内容。');
    expect(found.filter((one) => !one.startsWith('M005'))).toEqual(['Z010 3']);
  });

  test('of no other block', () => {
    const found = check(report('事业收入 5,00', '公务接待费 2.00')).filter(isWrong);
    expect(found.map(({ rule }) => rule)).toEqual(['Z029', 'I1301']);
  });

  test("of the department, where it is a unit's line", () => {
    const department = `部门决算 甲局 2023 {\n引用 单位 "乙.fiscal"\n收入 { 事业收入 9.00 }\n}`;
    const unit = (line: string) => `单位决算 乙 2023 {\n收入 {\n${line}\n}\n}`;
    const found = (line: string) =>
      check(department, { '乙.fiscal': unit(line) })
        .filter(isWrong)
        .map(saying);
    expect(found('事业收入 5.00')).not.toEqual([]);
    expect(found('事业收入 5.00 6.00').filter((one) => !one.startsWith('Z'))).toEqual([]);
  });

  test("in comparisons with last year's report", () => {
    const text = `部门决算 甲局 2023 {\n引用 上年 "上年.fiscal"\n收入 { 事业收入 9.00 上年 4.00 }\n}`;
    const last = (line: string) => `部门决算 甲局 2022 {\n收入 {\n${line}\n}\n}`;
    const found = (line: string) =>
      check(text, { '上年.fiscal': last(line) })
        .filter(isWrong)
        .map(saying);
    expect(found('事业收入 5.00')).not.toEqual([]);
    expect(found('事业收入 5.00 6.00').filter((one) => !one.startsWith('Z'))).toEqual([]);
  });
});

function report(income: string, visit: string): string {
  return `部门决算 甲局 2023 {
  收入 {
    ${income}
    其他收入 1.00
    总计 9.00
  }
  三公经费 {
    ${visit}
    合计 1.00
  }
}`;
}

/** The line of each error, and what was not checked. */
function told(text: string): string[] {
  return check(text)
    .filter((finding) => isWrong(finding) || finding.rule === 'M005')
    .map((finding) =>
      isWrong(finding) ? `${finding.rule} ${finding.origin.range.start.line + 1}` : saying(finding),
    );
}
