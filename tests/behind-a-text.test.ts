import { listFacts } from '@fiscal/core';
import { formatText } from '@fiscal/language';
import { describe, expect, test } from 'vitest';
import { check, loadText, saying } from './check.js';

function pathsIn(body: string): string[] {
  const [report] = loadText(`部门决算 甲局 2024 {\n${body}\n}\n`).reports;
  return listFacts(report!.base).map(({ path, value = '' }) => `${path} ${value}`);
}

describe('what is written behind a text or an indicator is not lost', () => {
  const own = ['项目.甲.执行 40', '项目.甲.自评得分 96', '项目.甲.资金.市级 40'];
  const details = '执行 40.00\n自评得分 96\n资金 市级 40.00\n科目 2012604  等级 优';

  test.each([
    ['a text', `评价 """\n  好\n  """\n${details}`],
    ['a short text', `评价 "好"  ${details}`],
    ['an indicator', `指标 产出 数量 建档 目标 "全部" 完成 "全部"\n${details}`],
  ])('behind %s it is said of the project', (_, body) => {
    expect(pathsIn(`项目 甲 {\n${body}\n}`).sort()).toEqual(pathsIn(`项目 甲 {\n${details}\n}`).sort());
    for (const fact of own) expect(pathsIn(`项目 甲 {\n${body}\n}`)).toContain(fact);
  });

  test.each([
    ['项目 甲 { 验收率 3', '执行 40.00 }', ['项目.甲.执行 40', '项目.甲.验收率 3']],
    ['单位 甲站 事业 { 等次 3', '编制 7 }', ['单位.甲站.编制 7', '单位.甲站.等次 3']],
    ['机关运行经费 16.20 { 会议费 3.00', '上年 15.00 }', ['机关运行经费.上年 15', '机关运行经费.会议费 3']],
    [
      '三公经费 { 公务接待费 3.00 { 国内 3.00 { "来访" 0.65',
      '批次 5 } } }',
      ['三公经费.公务接待费.国内.批次 5', '三公经费.公务接待费.国内.来访 0.65'],
    ],
  ])(
    'a line that begins with a word that the block knows is said of the block: %s ⏎ %s',
    (head, line, facts) => {
      expect(pathsIn(`${head}\n${line}`)).toEqual(expect.arrayContaining(facts));
      expect(pathsIn(formatText(`${head}\n${line}`))).toEqual(expect.arrayContaining(facts));
    },
  );

  test.each([
    ['on its own line', '项目 甲 { 验收率 3  上年 2 }', '项目.甲.验收率.上年 2'],
    [
      'of which the block has one',
      '机关运行经费 16.20 上年 15.00 { 会议费 3.00\n上年 2.00 }',
      '机关运行经费.会议费.上年 2',
    ],
    ['that the block does not know', '项目 甲 { 验收率 3\n批次 2 }', '项目.甲.验收率.批次 2'],
  ])('a word is said of the item %s', (_, body, fact) => {
    expect(pathsIn(body)).toContain(fact);
  });

  test('what an indicator may have stays its own', () => {
    const paths = pathsIn('项目 甲 { 指标 产出 数量 建档 目标 ≥ 3 件 完成 3 件\n分值 10\n得分 10 }');
    expect(paths).toContain('项目.甲.指标.建档.得分 10');
  });

  test('behind a text of the report there is nothing that it could be said of', () => {
    const found = check('部门决算 甲局 2024 {\n  职责 "管理档案。"  上年 3.00\n}\n');
    expect(found.map(saying)).toEqual(['Z010 「甲局」里没有「上年」这一项。']);
  });
});
