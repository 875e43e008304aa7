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

/**
 * Every word that stands beside a subject, and who it is for. reader: it says something of its own, as 等级 优: it is
 * printed, or nobody reads it · writer: it settles how the report is read, or ties, names or orders what it stands
 * beside: it is checked, or tells what is done with the rest.
 */
const wordsBeside = {
  等级: 'reader',
  用途: 'reader',
  原因: 'reader',
  预算原因: 'reader',
  整改: 'reader',
  说明: 'reader',
  /** Kind of a unit. */
  类别: 'reader',
  /** Of an indicator: whether more or less is better, and where it belongs. */
  方向: 'reader',
  一级: 'reader',
  二级: 'reader',
  三级: 'reader',
  公开时间: 'reader',
  /** The line of a project: both are checked against each other. */
  科目: 'writer',
  /** The author's name of a line with a code, which is checked against the catalogue. */
  名称: 'writer',
  /** A code that was there before: told as a mistake. */
  重复: 'writer',
  /** A term of the template's that is left out. */
  不列: 'writer',
  /** What texts may call the report: they are checked for other names. */
  简称: 'writer',
  货币单位: 'writer',
  小数: 'writer',
  百分比小数: 'writer',
  取舍: 'writer',
  科目表: 'writer',
  科目年度: 'writer',
} as const;

export type AttributeName = keyof typeof wordsBeside;

const forReaders = new Set(
  Object.entries(wordsBeside).flatMap(([name, who]) => (who === 'reader' ? [name] : [])),
);

/** A word that says something of its own: it is printed, or it is lost. */
export function isForReaders(name: string): boolean {
  return forReaders.has(name);
}

const qualifying = new Set<string>(['方向', '一级', '二级', '三级'] satisfies AttributeName[]);

/** A word that says little without what it stands beside: whether more is better, where an indicator belongs. */
export function qualifies(name: string): boolean {
  return qualifying.has(name);
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
