import { readDocuments } from '@fiscal/read';
import { expect, test } from 'vitest';
import { Random } from '../packages/cli/src/trial/random.js';
import { findingsOf, loadText } from './check.js';

/** Whatever a document says, the source that is written of it is one that can be read. */
const words =
  '收入|支出|单位|合计|总计|行政运行|2010101|201|30101|"|“|”|"""|”””|{|}|【|】|【收入】|\\|//|/*|#|一、|（一）|1.|，|。|；|：|万元|%|12.30|-5|1,234.56|—|未填|未发生|XX|2024年度|上年|预算|决算|项目|其中|模板|部门决算|名词解释|职责|绩效|三公经费|公务接待费|批次|人次|0|说明|用途|原因|<b>|&amp;| |　'.split(
    '|',
  );
const titles = [
  '收入支出决算总表',
  '收入决算表',
  '支出决算表',
  '机构设置',
  '单位构成',
  '收入决算情况说明',
  '名词解释',
];
const templates = ['四川', '上海', '重庆', undefined];

const text = (random: Random, most: number) =>
  Array.from({ length: 1 + random.below(most) }, () => random.pick(words)).join('');

function table(random: Random): string {
  const row = (width: number) =>
    `| ${Array.from({ length: width }, () => text(random, 3).replaceAll('|', '')).join(' | ')} |`;
  const width = 1 + random.below(6);
  return [
    row(width),
    `|${' --- |'.repeat(width)}`,
    ...Array.from({ length: random.below(6) }, () => row(width)),
  ].join('\n');
}

function garbage(random: Random): string {
  const parts = Array.from({ length: 4 + random.below(12) }, () =>
    random.chance(0.3) ? `## ${random.pick(titles)}` : random.chance(0.4) ? table(random) : text(random, 20),
  );
  return ['# 某市某局2024年度部门决算', ...parts].join('\n\n');
}

test.each(templates)(
  'documents of random words and tables, as %s',
  { timeout: 120_000 },
  async (template) => {
    const random = new Random(20240601);
    const told: string[] = [];
    for (let index = 0; index < 40; index++) {
      const document = garbage(random);
      const bytes = new TextEncoder().encode(document);
      const read = await readDocuments(
        [{ name: '报告.md', bytes }],
        template === undefined ? {} : { template },
      );
      if ('failures' in read) continue;
      const slips = findingsOf(loadText(read.source)).filter(({ rule }) => /^Z00/.test(rule));
      told.push(
        ...slips.map(
          ({ origin: { range }, rule }) => `${index} ${rule} ${read.source.split('\n')[range.start.line]}`,
        ),
      );
    }
    expect(told).toEqual([]);
  },
);
