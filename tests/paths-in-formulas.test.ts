import { listFacts } from '@fiscal/core';
import { expect, test } from 'vitest';
import { check, exampleFiles, loadExample, loadText } from './check.js';

test.each([
  '数字化',
  '2024年数字化',
  '3D打印',
  '智慧城市2.0',
  '《县志》编修',
  '档案—数字化',
  '示例-分局',
  '数字化/扫描',
  '甲 乙',
  '甲、乙',
  '甲，乙',
  '甲：乙',
  '甲+乙',
  '甲=乙',
  '甲|乙',
  '“转企升规”经费',
  '收入',
  '甲(乙)',
])('the path of a project that is called %s is read as a formula', (name) => {
  const project = `项目 "${name}" { 执行 7.00 }`;
  const [fact] = listFacts(loadText(`部门决算 某局 2024 {\n  ${project}\n}\n`).reports[0]!.base);
  const text = `部门决算 某局 2024 {\n  ${project}\n  职责 "执行【${fact!.path}】万元。"\n}\n`;
  expect(check(text).filter(({ rule }) => rule.startsWith('Z'))).toEqual([]);
});

test('so is the path of every figure of the examples', () => {
  const wrong = exampleFiles.flatMap((example) => {
    const { reports } = loadExample(example);
    const paths = new Set(reports.flatMap(({ base }) => listFacts(base)).map(({ path }) => path));
    const rules = [...paths].map((path, index) => `规则 甲${index} "乙" { ${path} = ${path} }`);
    const { findings } = loadText(rules.join('\n'));
    return findings.map(({ data }) => [example, data]);
  });
  expect(wrong).toEqual([]);
});
