import { load } from '@fiscal/language';
import { expect, test } from 'vitest';
import { compare, outlineOf } from '../src/index.js';

function versionOf(text: string) {
  const { reports, findings } = load([{ uri: 'file:///甲.fiscal', text }], { read: () => undefined });
  return { report: reports[0]!, findings };
}

const report = (name: string, end: string) => `部门决算 某局 2024 {
  项目 ${name} {
    执行 5.00
    评价 """
      支出【项目.${name}.执行】万元。人员${end}。
      """
  }
}
`;

test('of a text that names what was renamed only the other words are told', () => {
  const { sections } = outlineOf(
    compare(versionOf(report('修堤工程', '不足')), versionOf(report('修堤护岸工程', '偏少'))),
  );
  const sentences = sections.flatMap(({ changes }) => changes.flatMap(({ line }) => line.sentences));
  const told = sentences.map((pieces) =>
    pieces.map(({ kind, text }) => (kind === 'same' ? text : `${kind} ${text}`)),
  );
  expect(told).toEqual([['人员', 'removed 不足', 'added 偏少', '。']]);
});
