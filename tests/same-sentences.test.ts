import { listFacts, messageOf } from '@fiscal/core';
import { readDocuments } from '@fiscal/read';
import { compose, renderMarkdown, templateFindings } from '@fiscal/report';
import { expect, test } from 'vitest';
import { findingsOf, loadExample, loadText } from './check.js';
import { read } from './composed-lines.js';

/** 同义句: the first is printed; of the others a published report is read as if it had said the first. */
const declared: [example: string, printed: string, published: string][] = [
  ['攀枝花市经济和信息化局-2023', '主要变动原因是项目支出规模', '变动的主要原因是项目支出规模'],
  ['攀枝花市经济和信息化局-2023', '主要变动原因是项目支出规模', '主要原因是项目支出规模'],
  ['上海市普陀区财政局-2024', '主要原因：', '主要原因是'],
  ['上海市普陀区财政局-2024', '本年收入合计2946.25', '2024年度本年收入合计2946.25'],
  ['示例区文化馆-2024', '财政拨款收、支总计312.45万元', '财政拨款收、支总计均为312.45万元'],
];

test.each(declared)('%s: %s → %s', { timeout: 120_000 }, async (name, form, words) => {
  const printed = renderMarkdown(compose(loadExample(`${name}/${name}.fiscal`).reports[0]!).document).text;
  expect(printed).toContain(form);
  const [before, after] = [await readText(printed), await readText(printed.replace(form, words))];
  expect(after.facts).toEqual(before.facts);
  expect(after.inexact).toBe(before.inexact);
  expect(after.unread).toEqual(before.unread);
});

test('whatever is declared, the first is printed', () => {
  const template = `模板 本局 {
    部分 "说明" {
      段 { "收入【收入.总计】【货币单位】" 同义句 "本年收入为【收入.总计】【货币单位】" 若有 "，因为【收入.总计.原因】" 同义句 "，原因是【收入.总计.原因】" "。" }
      段 "支出【支出.总计】【货币单位】。" 同义句 "本年支出为【支出.总计】【货币单位】。"
    }
  }`;
  const report = '部门决算 某局 2023 { 模板 本局 收入 { 总计 50.00 原因 "增加了项目" } 支出 { 总计 50.00 } }';
  const { lines } = read(`${template}\n${report}`);
  expect(lines.filter((line) => line.includes('50'))).toEqual([
    '收入50万元，因为增加了项目。',
    '支出50万元。',
  ]);
});

test('a name in a 同义句 that nobody knows is told', () => {
  const workspace = loadText(
    '模板 本局 { 段 "收入【收入.总计】。" 同义句 "收入【收入.总记】。" }\n部门决算 某局 2023 { 模板 本局 }',
  );
  const findings = findingsOf(workspace, templateFindings);
  expect(findings.map(messageOf).filter((message) => message.includes('总记'))).toHaveLength(1);
});

async function readText(text: string) {
  const made = await readDocuments([{ name: '报告.md', bytes: new TextEncoder().encode(text) }]);
  if ('failures' in made) throw new Error(JSON.stringify(made.failures));
  const { base } = loadText(made.source).reports[0]!;
  const { sentences } = made.reading;
  return {
    facts: listFacts(base).flatMap(({ path, value }) => (value === undefined ? [] : [`${path} ${value}`])),
    inexact: sentences.all - sentences.exact,
    unread: made.reading.unread,
  };
}
