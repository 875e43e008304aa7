import { finalAccounts } from '../vocabulary/measures.js';
import type { Fact } from './fact.js';
import type { Subject } from './subject.js';

/** Names that say nothing without what they belong to. */
const bare = new Set(['合计', '总计', '小计', '国内', '外事', '资金']);

/** Names that are said of what they stand below, as a measure is. */
const likeMeasures = new Set(['增减额']);

/** What an author calls a fact: 收入总计, 2011101 行政运行·基本, 一般公共预算支出合计·项目. */
export function labelOf({ subject, measure }: Fact): string {
  const label = subjectLabel(subject);
  return measure === finalAccounts ? label : `${label}·${measure}`;
}

export function subjectLabel(subject: Subject): string {
  const { parent, code, label } = subject;
  if (code) return label === code ? code : `${code} ${label}`;
  if (!parent?.parent) return label;
  if (likeMeasures.has(subject.name)) return `${subjectLabel(parent)}·${label}`;
  if (bare.has(subject.name)) return `${containerLabel(parent)}${label}`;
  if (parent.name === '财政拨款收支') return `财政拨款${label}`;
  return parent.parent.name === '项目' ? `${parent.label}·${label}` : label;
}

/** 支出.一般公共预算 reads 一般公共预算支出; 收入.按科目 reads 收入. */
export function containerLabel(container: Subject): string {
  const { parent, label, name } = container;
  if (!parent?.parent) return label;
  if (name === '按科目') return parent.label;
  if (name === '全部') return parent.label;
  return parent.parent === container.base.root && parent.name.endsWith('支出')
    ? `${label}${parent.label}`
    : label;
}
