import { listFacts } from '@fiscal/core';
import { readDocuments } from '@fiscal/read';
import { compose, renderMarkdown } from '@fiscal/report';
import { expect, test } from 'vitest';
import { loadExample, loadText } from './check.js';

const name = '上海市普陀区财政局-2024';
const [report] = loadExample(`${name}/${name}.fiscal`).reports;
const published = renderMarkdown(compose(report!).document).text;

/** What a bureau may write in its own words, in place of the form's. */
const variants: [string, string][] = [
  ['主要原因：人员变动', '减少的主要原因是人员变动'],
  ['支出决算为1511.89', '决算支出为1511.89'],
  ['年初预算为1560.05', '全年预算为1560.05'],
  ['，支出决算为449.52', '，当年支出决算为449.52'],
  [
    '货物采购金额4.79万元、工程采购金额0万元、服务采购金额246.47万元',
    '服务采购金额246.47万元、货物采购金额4.79万元',
  ],
  ['机关运行经费支出184.65万元，比2023年度增加', '机关运行经费支出为184.65万元，较2023年度增加'],
  ['基本支出2336.91万元，占', '基本支出为2336.91万元，占支出合计的'],
  ['住房公积金（项）。主要用于：', '住房公积金（项），主要用于'],
  ['减少56.95', '下降56.95'],
  ['（以合同签订为准）', ''],
];

test.each(variants)('%s → %s: no figure comes to another fact', { timeout: 60_000 }, async (form, own) => {
  expect(published).toContain(form);
  const wanted = await factsIn(published);
  const strange = [...(await factsIn(published.replace(form, own)))].filter(
    ([path, value]) => wanted.has(path) && wanted.get(path) !== value,
  );
  expect(strange).toEqual([]);
});

async function factsIn(text: string): Promise<Map<string, string | undefined>> {
  const read = await readDocuments([{ name: '报告.md', bytes: new TextEncoder().encode(text) }]);
  if ('failures' in read) throw new Error(JSON.stringify(read.failures));
  const { base } = loadText(read.source).reports[0]!;
  return new Map(listFacts(base).flatMap(({ path, value }) => (value === undefined ? [] : [[path, value]])));
}
