import { expect, test } from 'vitest';
import { check } from './check.js';
import { randomAccounts } from '../packages/cli/src/trial/reports/accounts.js';
import { printedReport, randomLayout } from '../packages/cli/src/trial/reports/printed-report.js';
import { Random } from '../packages/cli/src/trial/random.js';

const states = ['未填', '未发生', '不适用'];

test('a figure that is left open or said not to arise, beside wrong ones, never ends the check', () => {
  const random = new Random(11);
  for (let index = 0; index < 30; index++) {
    const text = printedReport(randomAccounts(random, 1), randomLayout(random), '四舍五入');
    const changed = text.replace(/(?<=\s)\d+\.\d\d(?=\s)/g, (figure) => {
      if (random.chance(0.05)) return random.pick(states);
      return random.chance(0.03) ? `9${figure}` : figure;
    });
    expect(check(changed).length).toBeGreaterThan(0);
  }
});

test('不适用 is nothing in a sum; what is only 不适用 is not checked against a figure', () => {
  expect(rulesIn('政府采购 3.00 { 货物 3.00 工程 不适用 }')).toEqual([]);
  expect(rulesIn('政府采购 5.00 { 货物 3.00 工程 不适用 }')).toEqual(['N1102']);
  expect(rulesIn('政府采购 5.00 { 货物 不适用 工程 不适用 }')).toEqual(['M005']);
  expect(rulesIn('政府采购 不适用 { 货物 5.00 工程 不适用 }')).toEqual(['Z035']);
  expect(rulesIn('政府采购 不适用 { 货物 0 工程 不适用 }')).toEqual([]);
  expect(rulesIn('支出 一般公共预算 {\n 2012601 不适用\n 合计 3.00\n}')).toEqual(['M005']);
});

test('the line that ended the check', () => {
  const text = '支出 一般公共预算 {\n 204 不适用 项目 50\n 2012601 基本 262.40\n 合计 312.40\n}';
  expect(rulesIn(text)).toEqual(['Z035']);
});

function rulesIn(items: string): string[] {
  return check(`部门决算 某局 2023 {\n${items}\n}\n`)
    .map(({ rule }) => rule)
    .sort();
}
