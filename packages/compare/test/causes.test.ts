import { load } from '@fiscal/language';
import { expect, test } from 'vitest';
import { compare, outlineOf } from '../src/index.js';

function versionOf(text: string) {
  const { reports, findings } = load([{ uri: 'file:///甲.fiscal', text }], { read: () => undefined });
  return { report: reports[0]!, findings };
}

/** What is told without a cause of figures that follow. */
function unexplained(old: string, next: string): string[] {
  const { together } = outlineOf(compare(versionOf(old), versionOf(next)));
  return together
    .filter(({ why }) => why === '没有找到起因的')
    .flatMap(({ lines }) => lines.map(({ label }) => label));
}

const money = (
  opening: string,
  other = '  支出 其他资金 { 2012601 行政运行 基本 1 }\n',
) => `部门决算 某局 2024 {
  收入 { 一般公共预算财政拨款收入 9  国有资本经营预算财政拨款收入 0  其他收入 1  年初结转和结余 2 }
  结转结余 {
    一般公共预算财政拨款 年初 2 年末 2
    国有资本经营预算财政拨款 年初 ${opening} 年末 0
    非财政拨款 年初 0 年末 0
  }
  支出 一般公共预算 { 2012601 行政运行 基本 9 }
${other}}
`;

test('what nobody can know since a block is needed now that is not there', () => {
  expect(unexplained(money('0'), money('1'))).toEqual([]);
  expect(unexplained(money('1'), money('0'))).toEqual([]);
});

test('what nobody can know since a block was taken out', () => {
  expect(unexplained(money('0'), money('0', ''))).toEqual([]);
});

const report = (sign: string) => `部门决算 某局 2024 {
  结构 志愿服务 { 合计次数 计量 次  社区 计量 次  学校 计量 次 }
  规则 本局1 "次数相加" { 志愿服务.合计次数 = 志愿服务.社区 ${sign} 志愿服务.学校 }
  志愿服务 { 社区 5  学校 3 }
}
`;

test('what follows from a rule that says something else is told below the rule', () => {
  const { sections, together } = outlineOf(compare(versionOf(report('+')), versionOf(report('-'))));
  expect(together).toEqual([]);
  expect(
    sections.map(({ title, changes }) => [
      title,
      ...changes.map(({ line, derived }) => [
        line.label,
        ...derived.map((one) => `${one.label} ${one.old} → ${one.new}`),
      ]),
    ]),
  ).toEqual([['模板和规则', ['规则 本局1 次数相加', '志愿服务 合计次数 8 → 2']]]);
});
