import { expect, test } from 'vitest';
import { check, loadText } from './check.js';

const report = (total: string) =>
  `部门决算 某局 2024 {\n  模板 上海\n  收入 { 事业收入 2995.39  总计 2995.39 ${total} }\n}\n`;

/** Reasons that are asked for. */
function asked(text: string): string[] {
  return check(text).flatMap(({ data }) => (data.kind === 'condition' ? (data.missingText ?? []) : []));
}

test('a reason beside a change is the reason of what changed', () => {
  expect(asked(report('{ 增减额 1193.20 }'))).toEqual(['收入.总计.原因']);
  expect(asked(report('{ 增减额 1193.20 原因 "人员增加" }'))).toEqual([]);
  expect(asked(report('{ 增减额 1193.20 { 原因 "人员增加" } }'))).toEqual([]);
});

test('what has a reason of its own keeps it', () => {
  const text = report('原因 "项目增加" { 增减额 1193.20 原因 "人员增加" }');
  const total = loadText(text).reports[0]!.base.find(['收入', '总计'])!;
  expect(total.texts.get('原因')!.pieces).toMatchObject([{ text: '项目增加' }]);
});

/** 持平 is printed of both: what differs in digits that nobody sees is explained to nobody. */
test('a change that is not printed needs no reason, and one that is written is told', () => {
  const unit =
    '单位决算 乙站 2024 {\n货币单位 元\n收入 { 事业收入 100040 上年 100010 总计 100040 上年 LAST }\n}';
  const told = (last: string, reason: string) => {
    const text = `部门决算 甲局 2024 {\n模板 上海\n引用 单位 "乙.fiscal"\n收入 { 总计 ${reason} }\n}`;
    const found = check(text, { '乙.fiscal': unit.replace('LAST', last) }).filter(({ rule }) =>
      /^N050[78]$/.test(rule),
    );
    return found.map(({ rule }) => rule);
  };
  expect(told('100010', '原因 "多了"')).toEqual(['N0507']);
  expect(told('100010', '原因 ""')).toEqual([]);
  expect(told('90010', '原因 "多了"')).toEqual([]);
  expect(told('90010', '原因 ""')).toEqual(['N0508']);
});

test('no reason is asked for what nobody knows yet', () => {
  const income = '收入 { 一般公共预算财政拨款收入 80.00 上年 70.00 年初结转和结余 5.00 上年 3.00 }';
  const stated = '财政拨款收支 { 总计 85.00 上年 73.00 }';
  const whole = (items: string) => asked(`部门决算 某局 2024 {\n模板 四川\n${items}\n}\n`);
  // What of the carry-over was 财政拨款 is not said: 财政拨款收、支总计 is printed as 未填.
  expect(whole(income)).toEqual(['收入.总计.原因']);
  expect(whole(`${income}\n${stated}`).sort()).toEqual(['收入.总计.原因', '财政拨款收支.总计.原因'].sort());
});
