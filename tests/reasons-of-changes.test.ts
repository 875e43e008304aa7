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
