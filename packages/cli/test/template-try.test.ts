import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engine } from '../src/engine.js';
import { folderWith } from './command-line.js';

const right = '节 "收入" { 段 "收入【收入.总计】万元。" }';

async function tried(content: string) {
  const { fiscalWith } = folderWith({ '本省.fiscal': `模板 本省 {\n  ${content}\n}\n` });
  return fiscalWith({ engine }, 'template', '本省.fiscal', '--try');
}

test('a template that prints nothing odd', async () => {
  const { code, stdout } = await tried(right);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^模板「本省」：试了 \d+ 份报告，没有问题\n$/);
});

test.each([
  [
    '段 "收入【收入.总计】万元，【收入.总计.原因】。"',
    '本省.fiscal:2:3 标点连在一起：「，。」\n    印成：收入未填万元，。\n',
  ],
  ['段 "收入【收入.总计】万元万元。"', '本省.fiscal:2:3 单位重复：「万元万元」\n'],
  [
    '段 "占【收入.事业收入 | 占比 收入.总计】%。"',
    '本省.fiscal:2:3 单位重复：「%%」\n    印成：占0.00%%。\n',
  ],
  [
    '节 "单位" { 若 单位 { 段 "有下属单位。" } } 节 "收入" { 段 "收入。" }',
    '本省.fiscal:2:3 标题下面什么也没有：「单位」\n    印成：一、单位\n',
  ],
  [
    '若 收入.事业收入 > 0 { 段 "【收入.事业收人】" }',
    '本省.fiscal:2:26 【】里写的取不到：Z011 不认识「事业收人」。是不是「事业收入」？\n',
  ],
  ['设置 { 正文小树 2 } 段 "收入。"', '本省.fiscal:2:8 【】里写的取不到：Z024 没有「正文小树」这项设置。'],
  ['段 "收入100万元，其中：甲60万元，乙50万元。"', '本省.fiscal:2:3 印出的句子不合规则：T001 '],
])('%s', async (content, told) => {
  const { code, stdout } = await tried(content);
  expect(code).toBe(1);
  expect(stdout).toContain(told);
  expect(stdout).toMatch(/\n模板「本省」：试了 \d+ 份报告，有 1 种问题\n$/);
});

test('what could not be read is not tried, and told', async () => {
  const { code, stdout } = await tried(`${right} 如果 收入.总计 { 段 "有。" }`);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^本省\.fiscal:2:\d+ 写错了，没有试写到：Z001 「如果」不能写在这里。是不是「若」？\n\n/,
  );
  expect(stdout).toMatch(/\n模板「本省」：试了 \d+ 份报告，写对的地方没有问题\n$/);
});

test('the report that shows it has no line too many', async () => {
  const { stdout } = await tried('若 收入.事业收入 > 0 { 段 "事业收入【收入.事业收入】万元万元。" }');
  const report = /这样的报告就看得出来：\n([\s\S]*?)\n\n/.exec(stdout)![1]!.replace(/^ {6}/gm, '');
  expect(report).toMatch(/^部门决算 .+ 2024 \{\n {2}模板 本省\n(.*\n)+\}$/);
  const { fiscalWith } = folderWith({ '本省.fiscal': `模板 本省 { ${right} }`, '报告.fiscal': report });
  expect((await fiscalWith({ engine }, 'check', '报告.fiscal', '本省.fiscal')).stderr).toBe('');
  expect(report.split('\n').length).toBeLessThanOrEqual(8);
});

test('a file without a template, a name that nobody knows', async () => {
  const folder = folderWith({ '空.fiscal': '' });
  expect((await folder.fiscalWith({ engine }, 'template', '空.fiscal', '--try')).code).toBe(2);
  expect((await folder.fiscalWith({ engine }, 'template', '某省', '--try')).code).toBe(2);
});

test('the template that the guide makes step by step', { timeout: 120_000 }, async () => {
  const guide = readFileSync(join(import.meta.dirname, '../../library/模板指南.md'), 'utf8');
  const steps = [...guide.matchAll(/^```fiscal 广东\n([\s\S]*?)^```$/gm)].map(([, step]) => step);
  const { fiscalWith } = folderWith({ '广东.fiscal': `模板 广东 改自 上海 {\n${steps.join('\n')}}\n` });
  const { stdout } = await fiscalWith({ engine }, 'template', '广东.fiscal', '--try');
  expect(stdout).toMatch(/^模板「广东」：试了 \d+ 份报告，没有问题\n$/);
});
