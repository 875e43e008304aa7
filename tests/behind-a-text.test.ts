import { listFacts } from '@fiscal/core';
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

  test('what an indicator may have stays its own', () => {
    const paths = pathsIn('项目 甲 { 指标 产出 数量 建档 目标 ≥ 3 件 完成 3 件\n分值 10\n得分 10 }');
    expect(paths).toContain('项目.甲.指标.建档.得分 10');
  });

  test('behind a text of the report there is nothing that it could be said of', () => {
    const found = check('部门决算 甲局 2024 {\n  职责 "管理档案。"  上年 3.00\n}\n');
    expect(found.map(saying)).toEqual(['Z010 「甲局」里没有「上年」这一项。']);
  });
});
