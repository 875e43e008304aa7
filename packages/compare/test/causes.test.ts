import { load } from '@fiscal/language';
import { expect, test } from 'vitest';
import { compare, outlineOf } from '../src/index.js';

function versionOf(text: string) {
  const { reports, findings } = load([{ uri: 'file:///甲.fiscal', text }], { read: () => undefined });
  return { report: reports[0]!, findings };
}

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
