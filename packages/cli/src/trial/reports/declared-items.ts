import type { SchemaItem, Template } from '@fiscal/core';
import type { Random } from '../random.js';

/** What random reports say of every template, in their own way. */
const written = new Set(
  '收入 支出 基本支出 项目支出 财政拨款收支 结转结余 三公经费 机关运行经费 政府采购 国有资产 绩效 项目 单位 名词解释 职责 机构设置 内设机构'.split(
    ' ',
  ),
);

/** Lines for what a template declares of its own: 会议费 0.60 上年 1.20 · 联系方式 "…" */
export function declaredItems(random: Random, { schema }: Template, whole: SchemaItem): string[] {
  return [...schema.children.keys()]
    .filter((name) => !written.has(name))
    .map((name) => `  ${itemLine(random, whole.children.get(name)!)}`);
}

/** What may stand in the braces of an item: figures of what has a unit or parts, words of what is a text. */
export function itemsBelow(random: Random, item: SchemaItem | undefined): string[] {
  const items = [...(item?.children.values() ?? [])].filter(({ unit, text }) => unit !== undefined || text);
  return items.filter(() => random.chance(0.7)).map((one) => itemLine(random, one));
}

function itemLine(random: Random, item: SchemaItem): string {
  if (item.text) return `${item.name} "按规定办理${random.pick(['', '。'])}"`;
  if (item.children.size > 0)
    return `${item.name} { ${[...item.children.values()].map((one) => itemLine(random, one)).join(' ')} }`;
  if (item.unit === '分') return `${item.name} 95`;
  if (item.unit !== undefined) {
    const count = random.pick(['0', '1', '3', '未填']);
    return `${item.name} ${count}${count === '3' && random.chance(0.5) ? ' 金额 30.00' : ''}`;
  }
  return `${item.name} ${amount(random)}${random.pick(['', ' 上年 0', ' 上年 0.60', ' 上年 1.20 原因 "工作安排变化"'])}`;
}

function amount(random: Random): string {
  return random.pick(['0', '0.60', '2.35', '未填', '未发生']);
}
