import { type Expression, messageOf, type RuleStatement } from '@fiscal/core';
import { standardLibrary } from '@fiscal/language/editor';
import { expect, test } from 'vitest';
import { check } from './check.js';

const library = standardLibrary();
const rules = [...library.rules, ...[...library.templates.values()].flatMap((template) => template.rules)];

/** Figures that are not alike are told with what was expected and what was found: that is what to look at. */
function isSum(side: Expression): boolean {
  if (side.kind === 'path') return true;
  if (side.kind === 'filter') return side.name === '求和' && isSum(side.operand);
  return side.kind === 'binary' && /[+-]/.test(side.operator) && isSum(side.left) && isSum(side.right);
}

function comparesSums({ operator, left, right }: RuleStatement): boolean {
  return (operator === '=' || operator === '同') && isSum(left) && isSum(right);
}

test('every condition of a rule of the library is told in a sentence of its own', () => {
  const silent = rules.flatMap((rule) =>
    rule.statements
      .filter((statement) => !comparesSums(statement) && !statement.saying && !rule.saying)
      .map(() => `${rule.id} ${rule.title}`),
  );
  expect(silent).toEqual([]);
});

test('what a rule says has its holes filled, with the digits of the report, and ends in one stop', () => {
  const said = toldBy(
    '说 "甲 【收入.总计】 【货币单位】，占 【收入.事业收入 | 占比 收入.总计】，乙 【收入.经营收入】。"',
  );
  expect(said).toBe('甲 20.00 万元，占 50.00%，乙 （没有写）。');
});

test('what a statement says is told instead of what its rule says', () => {
  expect(toldBy('说 "规则"', '说 "这一条"')).toBe('这一条。');
});

test('what is not known in the words of a rule is told where it is written', () => {
  const findings = check(reportWith('说 "【收人.总计】"'));
  expect(findings.map(({ rule }) => rule)).toContain('Z011');
});

function toldBy(ofRule: string, ofStatement = ''): string {
  const findings = check(reportWith(ofRule, ofStatement));
  return messageOf(findings.find(({ rule }) => rule === '甲01')!);
}

function reportWith(ofRule: string, ofStatement = ''): string {
  return `
规则 甲01 "事业收入" 级别 警告 ${ofRule} { 收入.事业收入 > 15 ${ofStatement} }
部门决算 某局 2023 {
  收入 { 事业收入 10  总计 20 }
}`;
}
