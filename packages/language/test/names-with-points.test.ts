import { examineReports, factAt, listFacts, messageOf, resolveFact } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { loadText } from './read.js';

const files = {
  '去年.fiscal': '部门决算 某局 2023 {\n  项目 "智慧城市2.0" { 全年预算 6.00  执行 4.00 }\n}\n',
  '甲.fiscal': '单位决算 甲 2024 {\n  项目 "智慧城市2.0" { 全年预算 8.00  执行 5.00 }\n}\n',
};

function department(executed: string) {
  return `部门决算 某局 2024 {
  引用 上年 "去年.fiscal"
  引用 单位 "甲.fiscal"
  项目 "智慧城市2.0" { 全年预算 8.00  执行 ${executed} }
  职责 """
  上年执行【项目."智慧城市2.0".执行】万元。
  """
}
`;
}

describe('a name with a point in it is one name', () => {
  test('in paths', () => {
    const { reports } = loadText(department('5.00'), files);
    const paths = listFacts(reports[0]!.base).map(({ path, value }) => `${path} = ${value}`);
    expect(paths).toEqual(['项目."智慧城市2.0".全年预算 = 8', '项目."智慧城市2.0".执行 = 5']);
  });

  test("against the units' reports", () => {
    const told = examineReports(loadText(department('7.00'), files)).findings.filter(
      ({ rule }) => rule === 'X026',
    );
    expect(told.map((finding) => messageOf(finding))).toEqual([
      '「智慧城市2.0·执行」应为 5.00 万元（「智慧城市2.0·执行」5.00），申报 7.00 万元，差 +2.00 万元，超出舍入误差 ±0.01。',
    ]);
    expect(examineReports(loadText(department('5.00'), files)).findings).toEqual([]);
  });

  test("against last year's report", () => {
    const text = `部门决算 某局 2024 {
  引用 上年 "去年.fiscal"
  结构 试点 { "平台3.1" }
  试点 { "平台3.1" 2.00  上年 3.00 }
}
`;
    const lastYear = `部门决算 某局 2023 {\n  结构 试点 { "平台3.1" }\n  试点 { "平台3.1" 3.20 }\n}\n`;
    const told = examineReports(loadText(text, { '去年.fiscal': lastYear })).findings;
    expect(told.map(({ rule }) => rule)).toEqual(['Y002']);
    const { base } = loadText(text.replace('  上年 3.00', ''), { '去年.fiscal': lastYear }).reports[0]!;
    const { state, value, rule } = resolveFact(factAt(base, '试点."平台3.1".上年')!);
    expect([state, value?.toFixed(), rule]).toEqual(['derived', '3.2', 'Y002']);
  });
});
