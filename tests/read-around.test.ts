import { listFacts } from '@fiscal/core';
import { readDocuments } from '@fiscal/read';
import { compose, renderMarkdown } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { loadExample, loadText } from './check.js';

/** A figure is of what stands before and behind it: not of what the form has at that place, and in the unit that is written. */
const own: Record<string, [form: string, own: string][]> = {
  '示例区文化馆-2024': [
    [
      '财政拨款收入312.45万元，占91.61%；事业收入28.60万元，占8.39%；',
      '事业收入28.60万元，占8.39%；财政拨款收入312.45万元，占91.61%；',
    ],
    [
      '2024年度年末结转和结余9.70万元，较上年决算数增加5.50万元',
      '2024年度年末结转和结余为97000元，较上年决算数增加55000元',
    ],
    [
      '（3）卫生健康支出12.60万元，占4.07%，较年初预算数减少0.40万元，下降3.08%',
      '（3）卫生健康支出12.60万元（占4.07%），较年初预算数减少4000元，降低3.08%',
    ],
    ['国内公务接待6批次42人，其中', '国内公务接待42人次、6批次，其中'],
    ['会议费支出0.60万元，较上年决算数增加0.10万元', '会议费支出6000元，比上年决算数增加0.00001亿元'],
  ],
  '攀枝花市经济和信息化局-2023': [
    [
      '3.一般公共服务支出（类）商贸事务（款）行政运行（项）：支出决算为8万元，完成预算100%',
      '3.一般公共服务支出（类）商贸事务（款）行政运行（项）：2023年支出决算为80000元，与预算持平',
    ],
    ['国内公务接待21批次，137人次（不包括陪同人员）', '国内公务接待共137人次、21批次（含外地来访）'],
  ],
  '上海市普陀区财政局-2024': [
    [
      '基本支出2336.91万元，占79.49%；项目支出603.14万元，占20.51%',
      '项目支出603.14万元，占20.51%；基本支出2336.91万元，占79.49%',
    ],
    ['机关运行经费支出184.65万元', '机关运行经费支出1846500元'],
  ],
};

describe.each(Object.entries(own))('%s', (name, variants) => {
  const [report] = loadExample(`${name}/${name}.fiscal`).reports;
  const whole = renderMarkdown(compose(report!).document).text;
  // Without its tables nothing but the sentences say what the figures are.
  const printed = whole.replace(/<table[\s\S]*?<\/table>/g, '');
  const said = Promise.all([readText(whole), readText(printed)]);

  test.each(variants)('%s', { timeout: 60_000 }, async (form, words) => {
    expect(printed).toContain(form);
    const [ofWhole, ofText] = await said;
    const { stated } = await readText(printed.replace(form, words));
    const strange = [...stated].filter(
      ([path, value]) => (ofWhole.all.get(path) ?? ofText.stated.get(path)) !== value,
    );
    expect(strange).toEqual([]);
  });
});

type Facts = ReadonlyMap<string, string>;

function factsOf(facts: ReturnType<typeof listFacts>): Facts {
  return new Map(
    facts.flatMap(({ path, value }) => (value === undefined ? [] : [[path, String(value)] as const])),
  );
}

/** What was stated: what follows from a part of a report that is without its tables is another matter. */
async function readText(text: string): Promise<Record<'all' | 'stated', Facts>> {
  const read = await readDocuments([{ name: '报告.md', bytes: new TextEncoder().encode(text) }]);
  if ('failures' in read) throw new Error(JSON.stringify(read.failures));
  const { base } = loadText(read.source).reports[0]!;
  const all = listFacts(base);
  return { all: factsOf(all), stated: factsOf(all.filter(({ origin }) => origin !== undefined)) };
}
