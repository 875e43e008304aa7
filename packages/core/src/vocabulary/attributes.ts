import { type OfferedWord } from './offered.js';

/** A text or a word that is said of a subject: 用途 "…", 等级 优. */
export interface AttributeEntry extends OfferedWord {
  /** It explained the old year's figures, or judged them: gone when a report is rolled forward to the next year. */
  readonly outdated?: true;
  /** One line for hover, completion and the manual. */
  readonly meaning: string;
}

function onLines(rank: number) {
  return {
    expenditure: rank,
    incomeBySubject: rank,
    economic: rank,
    threePublic: rank,
    carryOver: rank,
    item: rank,
  };
}

/** Every attribute of the language, once; `npm run grammar` writes them into the grammar. */
export const attributes: readonly AttributeEntry[] = [
  { name: '科目', offered: { project: 10 }, meaning: '项目所属的支出科目编码' },
  { name: '等级', offered: { project: 60 }, outdated: true, meaning: '项目的自评等级' },
  { name: '用途', offered: { ...onLines(200), project: 200 }, meaning: '主要用于什么' },
  { name: '原因', offered: onLines(210), outdated: true, meaning: '比上年增减的原因' },
  { name: '预算原因', offered: onLines(220), outdated: true, meaning: '决算数与预算数有差异的原因' },
  { name: '整改', offered: { indicator: 50 }, outdated: true, meaning: '指标没有完成的，怎样整改' },
  {
    name: '说明',
    offered: { ...onLines(230), unit: 230, project: 230, indicator: 230 },
    meaning: '其他说明',
  },
];

/** Words that stand for themselves: they are printed, or nobody reads them. */
const chosen = new Set(['等级', '类别']);

/** A word that says something of its own, as 等级 优; others name, order or tie what they stand beside. */
export function isChosenWord(name: string): boolean {
  return chosen.has(name);
}

const outdated = new Set(attributes.filter((entry) => entry.outdated).map(({ name }) => name));

const explaining = new Set(['用途', '原因', '预算原因']);

/** It only goes with a figure: 原因 "…" alone does not say how much it was. */
export function explainsFigure(name: string): boolean {
  return explaining.has(name);
}

/** What is said of the old year alone. */
export function isOutdatedAttribute(name: string): boolean {
  return outdated.has(name);
}

/** Why a figure went up or down, or is left out of a sum. */
export const reason = '原因';
