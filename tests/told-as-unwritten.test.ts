import { type FactBase, type Finding, type Subject } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { exampleFiles, type Files, findingsOf, loadExample, loadText, saying } from './check.js';

/** What M005 says nobody wrote. */
function unwrittenIn(findings: readonly Finding[]) {
  return findings.flatMap(({ data }) =>
    data?.kind === 'not-checked'
      ? data.missing.filter(({ unfilled, inapplicable, unread }) => !unfilled && !inapplicable && !unread)
      : [],
  );
}

/** Which of it the report in which it is told does have: 支出 其他资金 stands there as a block, 货物 with its figure. */
function writtenAfterAll(base: FactBase, findings: readonly Finding[]): string[] {
  return unwrittenIn(findings)
    .map(({ path }) => path)
    .filter((path) => isWritten(base, path.split('.')));
}

function isWritten(base: FactBase, names: readonly string[]): boolean {
  const subject = base.find(names);
  if (subject) return hasStatement(subject);
  const fact = base.find(names.slice(0, -1))?.facts.get(names.at(-1)!);
  return (fact?.statements ?? []).some(({ state }) => state === 'value');
}

function hasStatement({ facts, children }: Subject): boolean {
  const own = [...facts.values()].some(({ statements }) => statements.some(({ state }) => state === 'value'));
  return own || [...children.values()].some(hasStatement);
}

function foundIn(text: string, others: Files): { base: FactBase; findings: Finding[] } {
  const workspace = loadText(text, others);
  return { base: workspace.reports[0]!.base, findings: findingsOf(workspace) };
}

test.each(exampleFiles)('%s has nothing of what M005 says that nobody wrote', (file) => {
  const workspace = loadExample(file);
  for (const { base } of workspace.reports)
    expect(
      writtenAfterAll(
        base,
        findingsOf(workspace).filter((one) => one.origin.uri === base.origin.uri),
      ),
    ).toEqual([]);
});

/** A block as one unit tells it, as the other one may, and as the department does. */
const blocks: [own: string, other: string, department: string][] = [
  [
    '政府采购 20.00 { 货物 20.00 中小企业 20.00 }',
    '政府采购 3.00',
    '政府采购 23.00 { 货物 20.00 服务 3.00 }',
  ],
  [
    '国有资产 { 车辆 3 辆 { 其他用车 3 辆 } }',
    '国有资产 { 车辆 2 辆 }',
    '国有资产 { 车辆 5 辆 { 其他用车 4 辆 机要通信用车 1 辆 } }',
  ],
  [
    '三公经费 { 公务接待费 2.00 { 国内 2.00 3 批次 20 人次 } }',
    '三公经费 1.00',
    '三公经费 3.00 { 公务接待费 3.00 { 国内 3.00 4 批次 25 人次 } }',
  ],
  [
    '支出 一般公共预算 { 2012601 行政运行 基本 50.00 }',
    '支出 一般公共预算 { 合计 9.00 }',
    '支出 一般公共预算 { 2012601 行政运行 基本 52.00 2012604 档案馆 项目 7.00 }',
  ],
];

describe.each(['四川', '上海', '重庆'])('%s', (template) => {
  test.each(blocks)(
    'a department with %j and %j that tells %j has what M005 does not miss',
    (own, other, said) => {
      const unit = (name: string, block: string) => `单位决算 ${name} 2024 {\n模板 ${template}\n${block}\n}`;
      const files = { '甲.fiscal': unit('甲馆', own), '乙.fiscal': unit('乙馆', other) };
      const text = `部门决算 甲局 2024 {\n模板 ${template}\n引用 单位 "甲.fiscal"\n引用 单位 "乙.fiscal"\n${said}\n}`;
      const { base, findings } = foundIn(text, files);
      expect(writtenAfterAll(base, findings)).toEqual([]);
    },
  );
});

test('the unit that leaves open what its department tells is named', () => {
  const [own, other, said] = blocks[0]!;
  const files = {
    '甲.fiscal': `单位决算 甲馆 2024 { ${own} }`,
    '乙.fiscal': `单位决算 乙馆 2024 { ${other} }`,
  };
  const { findings } = foundIn(
    `部门决算 甲局 2024 {\n引用 单位 "甲.fiscal"\n引用 单位 "乙.fiscal"\n${said}\n}`,
    files,
  );
  expect(findings.filter(({ rule }) => rule === 'M005').map(saying)).toEqual([
    'M005 「政府采购」有勾稽关系未检查：没有写中小企业、政府采购 货物（乙馆）。',
  ]);
});

test('a block that the report of last year lacks is said to be missing there', () => {
  const lastYear = `单位决算 甲馆 2023 {
    模板 四川
    收入 { 一般公共预算财政拨款收入 90.00 其他收入 2.00 }
    支出 一般公共预算 { 2012601 行政运行 基本 90.00 }
  }`;
  const thisYear = `单位决算 甲馆 2024 {
    模板 四川
    引用 上年 "2023.fiscal"
    收入 { 一般公共预算财政拨款收入 100.00 总计 100.00 }
    支出 一般公共预算 { 2012601 行政运行 基本 100.00 }
    支出 其他资金 未发生
    支出 政府性基金 未发生
    支出 国有资本经营 未发生
  }`;
  const { findings } = foundIn(thisYear, { '2023.fiscal': lastYear });
  const missing = unwrittenIn(findings).map(({ label }) => label);
  expect(missing).toContain('支出 其他资金（2023 年）');
  expect(missing).not.toContain('支出 其他资金');
});
