import { describe, expect, test } from 'vitest';
import { preview } from '../src/requests/preview.js';
import { main, Workbench } from './workbench.js';

const template = `模板 示例 {
  段 { "收入【收入.总计】万元，增加【收入.总计 | 差额】万元，事业收入占【收入.事业收入 | 占比 收入.总计】。" }
  段 { "项目共【项目 | 求和 执行】万元，【项目 | 个数】个，下年【年度 + 1】年，【收入.其他收入】万元。" }
  表 "支出" { 列 "名" 文字  列 "数"
    行 "合计" 支出.一般公共预算.合计
    行 "差额" (收入.总计 - 支出.一般公共预算.合计)
  }
}`;

const text = `部门决算 甲局 2023 {
  模板 示例
  收入 {
    总计 12.00 上年 10.00
    一般公共预算财政拨款收入 9.00
    事业收入 3.00
  }
  支出 一般公共预算 {
    2012601 行政运行 基本 4.00
    2012604 档案馆 项目 5.00
    2210201 住房公积金 基本 1.00
  }
  项目 一 { 执行 2.00 }
  项目 二 { 执行 3.00 }
}`;

interface Shown {
  text: string;
  /** What stands at the place that a click leads to. */
  leadsTo?: string;
  title?: string;
}

async function figuresOf(source: string): Promise<Shown[]> {
  const workbench = await Workbench.with({ '模板.fiscal': template, [main]: source });
  const { html } = await preview(workbench.document(main), await workbench.examination(main));
  const spans = html.matchAll(/<(?:span class="figure|rect)([^>]*)>([^<]*)/g);
  return [...spans].map(([, attributes, shown]) => {
    const [, place] = /data-(?:origin|operand)="([\d:]+)"/.exec(attributes!) ?? [];
    const [, title] = / title="([^"]*)"/.exec(attributes!) ?? [];
    return { text: shown!, ...(place && { leadsTo: wordAt(source, place) }), ...(title && { title }) };
  });
}

function wordAt(source: string, place: string): string {
  const [line, character] = place.split(':').map(Number);
  return source.split('\n')[line!]!.slice(character).split(' ')[0]!;
}

describe('a figure leads to where it was written', () => {
  test('and one that was computed to what it was computed from', async () => {
    expect(await figuresOf(text)).toEqual([
      { text: '12', leadsTo: '12.00' },
      {
        text: '2',
        leadsTo: '12.00',
        title: '算得：收入.总计 | 差额\n收入总计 12.00 万元\n收入总计·上年 10.00 万元',
      },
      {
        text: '25.00%',
        leadsTo: '事业收入',
        title: '算得：收入.事业收入 | 占比 收入.总计\n事业收入 3.00 万元\n收入总计 12.00 万元',
      },
      { text: '5', leadsTo: '2.00', title: '算得：项目 | 求和 执行\n一·执行 2.00 万元\n二·执行 3.00 万元' },
      { text: '0' },
      {
        text: '10.00',
        leadsTo: '4.00',
        title: '算得\n201 一般公共服务支出 9.00 万元\n221 住房保障支出 1.00 万元',
      },
      {
        text: '2.00',
        leadsTo: '12.00',
        title:
          '算得：收入.总计 - 支出.一般公共预算.合计\n收入总计 12.00 万元\n一般公共预算支出合计 10.00 万元',
      },
    ]);
  });
});

test('figures in titles, captions and labels lead back as well', async () => {
  const titles = `模板 示例 {
    部分 "收入【收入.总计】万元" {
      表 "增加【收入.总计 | 差额】万元" 表号 "公开【收入.其他收入】" { 列 "名" 文字  行 "甲" }
      图 柱形 "收入【收入.总计】万元" { "收入【收入.总计】" = 收入.总计  "其他【收入.其他收入】" = 收入.其他收入 }
    }
  }`;
  const source = '部门决算 甲局 2023 { 模板 示例  收入 { 总计 12.00 上年 10.00  其他收入 3.00 } }';
  const workbench = await Workbench.with({ '模板.fiscal': titles, [main]: source });
  const { html } = await preview(workbench.document(main), await workbench.examination(main));
  const marked = [...html.matchAll(/<(span|text|rect)[^>]* data-(?:origin|operand)="([\d:]+)"[^>]*>/g)];
  expect(marked.map(([, element, place]) => [element, wordAt(source, place!)])).toEqual([
    ['span', '12.00'],
    ['span', '12.00'],
    ['span', '3.00'],
    ['rect', '12.00'],
    ['text', '12.00'],
    ['rect', '3.00'],
    ['text', '3.00'],
    ['span', '12.00'],
  ]);
});

test('prose and headings lead to what they tell of', async () => {
  const sections = `模板 示例 {
  部分 "概况" { 节 "职责" { 插入 职责 } }
  部分 "说明" { 节 "收入" { 段 { "收入【收入.总计】万元。" } } 节 "空话" { 段 "没有数。" } }
}`;
  const source =
    '部门决算 甲局 2023 {\n  模板 示例\n  职责 """\n    管档案。\n    """\n  收入 { 总计 12.00 }\n}';
  const workbench = await Workbench.with({ '模板.fiscal': sections, [main]: source });
  const { html } = await preview(workbench.document(main), await workbench.examination(main));
  const blocks = [...html.matchAll(/<(?:h[2-6]|p)([^>]*)>(.*?)<\/(?:h[2-6]|p)>/g)].map(
    ([, attributes, inner]) => {
      const [, place] = /data-(?:line|block)="([\d:]+)"/.exec(attributes!) ?? [];
      const isOther = attributes!.includes('data-uri');
      return [inner!.replace(/<[^>]*>/g, ''), isOther ? 'template' : place];
    },
  );
  expect(Object.fromEntries(blocks)).toMatchObject({
    '管档案。': '3',
    '收入12万元。': '5:10',
    '没有数。': 'template',
  });
  expect(blocks.filter(([, place]) => place === undefined)).toEqual([]);
});
