import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fact, type Report, statedFacts } from '@fiscal/core';
import { skeletonTemplates } from '@fiscal/language';
import { compose, countOpenMarks, figuresIn, openFigures, unprintedFindings } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { check, loadText, saying } from './check.js';
import { topItems } from './left-out.js';

const examples = ['示例县档案馆-2024', '示例区文化馆-2024'].map((name) => {
  const text = readFileSync(join(import.meta.dirname, '..', 'examples', name, `${name}.fiscal`), 'utf8');
  return [name, text] as const;
});

const cases = examples.flatMap(([name, text]) =>
  skeletonTemplates.map((template, index) => ({
    name: `${name} · ${template}`,
    text: text.replace(/^ {2}模板 .*$/m, `  模板 ${template}`),
    index,
  })),
);

const reportOf = (text: string): Report => loadText(text).reports[0]!;

/** The text with 未填 where a figure is stated once; its unit stays. */
function leftOpen(text: string, { statements }: Fact): string {
  const { start, end } = statements[0]!.origin.range;
  const lines = text.split('\n');
  const line = lines[start.line]!;
  const typed = line.slice(start.character, end.line === start.line ? end.character : undefined);
  const open = typed.replace(/-?[\d,]+(?:\.\d+)?%?/, '未填');
  lines[start.line] = line.slice(0, start.character) + open + line.slice(start.character + typed.length);
  return lines.join('\n');
}

describe('what a document prints is seen to be open where its author leaves it open', () => {
  test.each(cases)('$name', { timeout: 120_000 }, ({ text, index }) => {
    const report = reportOf(text);
    const { document } = compose(report);
    const printed = new Set(figuresIn(document.blocks).map(({ fact }) => fact));
    const isOne = (fact: Fact) =>
      fact.statements.length === 1 && fact.statements[0]!.value?.isZero() === false && printed.has(fact);
    const facts = statedFacts(report.base).filter(isOne);
    expect(facts.length).toBeGreaterThan(20);
    const marks = countOpenMarks(document);
    // One in three of each template, and each of the three has others.
    const some = facts.filter((_, at) => at % 3 === index);
    const hidden = some.filter((fact) => {
      const open = compose(reportOf(leftOpen(text, fact))).document;
      return countOpenMarks(open) <= marks || openFigures(open).length === 0;
    });
    expect(hidden.map(({ key }) => key)).toEqual([]);
  });
});

test.each([
  ['上海', '项目 展示 { 科目 2070109 自评得分 未填 }', ['「项目」里写了展示的自评得分，模板「上海」不印']],
  ['四川', '绩效 { 部门整体 { 自评得分 未填 } 专项项目 { 自评结果 未填 } }', []],
])('%s: what is left open and never printed is told: %s', (template, written, said) => {
  const report = reportOf(`部门决算 示例市某局 2024 {\n模板 ${template}\n${written}\n}`);
  const told = unprintedFindings(report, compose(report)).map(saying);
  expect(told.map((each) => each.replace(/^D015 |。.*$/g, ''))).toEqual(said);
});

test.each([
  '项目 展示 { 指标 产出 数量 场次 目标 ≥ 未填 次 完成 13 次 分值 50 得分 50 }',
  '项目 展示 { 指标 产出 数量 场次 目标 ≥ 13 次 完成 未填 次 分值 50 得分 50 }',
  '项目 展示 { 科目 2070109 全年预算 未填 万元 自评得分 未填 分 }',
  '三公经费 { 公务接待费 3.00 { 国内 3.00 未填 批次 未填 人次 { "市局" 未填 次 } } 公务用车保有量 未填 辆 }',
  '国有资产 { 车辆 { 其他用车 未填 辆 } 设备 未填 台 }',
])('a figure left open keeps what stands around it: %s', (written) => {
  const findings = check(`部门决算 示例市某局 2024 {\n${written}\n}`);
  expect(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('Z'))).toEqual([]);
});

test.each(['四川', '重庆'])('%s: no mark of what is open stays without a name', (template) => {
  // The one example that is complete, with the work on 绩效 but nothing of what came of it.
  const complete = examples[0]![1].replace(/^ {2}模板 .*$/m, `  模板 ${template}`);
  const lines = complete.split('\n');
  const gone = topItems(complete).filter(({ name }) => /^(绩效|项目 )/.test(name));
  const kept = lines.filter((_, at) => !gone.some(({ start, end }) => start <= at && at < end));
  const text = kept.join('\n').replace(/\}\s*$/, '绩效 { 绩效目标 2 个 绩效自评 2 个 }\n}\n');
  expect(openFigures(compose(reportOf(text)).document)).toContain('绩效 部门整体 评价');
});
