import { blocks } from '../vocabulary/blocks.js';
import { funds } from '../vocabulary/funds.js';
import { finalAccounts } from '../vocabulary/measures.js';
import { grandTotal, total } from '../vocabulary/totals.js';
import type { Fact } from './fact.js';
import type { Subject } from './subject.js';

/** Names that say nothing without what they belong to. */
const bare = new Set<string>([total, grandTotal, '小计', blocks.moneySources]);

/** Parts that are called alike wherever they stand. */
export const partsCalledAlike: readonly string[] = ['国内', '外事'];

/** Names that are said of what they stand below, as a measure is. */
const likeMeasures = new Set(['增减额']);

/** A figure of what it stands below, which has no texts of its own: a reason beside it is that of its owner. */
export function isLikeMeasure({ name }: Subject): boolean {
  return isNameLikeMeasure(name);
}

export function isNameLikeMeasure(name: string): boolean {
  return likeMeasures.has(name);
}

/** What an author calls a fact: 收入总计, 2011101 行政运行·基本, 一般公共预算支出合计·项目. */
export function labelOf({ subject, measure }: Fact): string {
  const label = subjectLabel(subject);
  return measure === finalAccounts ? label : `${label}·${measure}`;
}

export function subjectLabel(subject: Subject): string {
  const { parent, code, label } = subject;
  if (code) return label === code ? code : `${code} ${label}`;
  if (!parent?.parent) return label;
  if (isLikeMeasure(subject) || partsCalledAlike.includes(subject.name))
    return `${subjectLabel(parent)}·${label}`;
  if (bare.has(subject.name)) return `${containerLabel(parent)}${label}`;
  if (parent.name === blocks.fiscalBalance) return `${funds.fiscal}${label}`;
  return parent.parent.name === blocks.projects ? `${parent.label}·${label}` : label;
}

/** 支出.一般公共预算 reads 一般公共预算支出; 收入.按科目 reads 收入. */
export function containerLabel(container: Subject): string {
  const { parent, label, name } = container;
  if (!parent?.parent) return label;
  if (name === blocks.bySubject || name === funds.all) return parent.label;
  return parent.parent === container.base.root && parent.name.endsWith(blocks.expenditure)
    ? `${label}${parent.label}`
    : label;
}
