/**
 * What is said of a subject: 决算 (the default), 年初预算, 上年, 基本, 项目, 批次 …, in the words of the language.
 * The canonical spelling; the language maps aliases (预算 → 年初预算).
 */
export type Measure = string;

/** The measure of a bare figure. */
export const finalAccounts: Measure = '决算';

/** Kinds of expenditure, columns of 支出决算表. */
export const natures: readonly Measure[] = ['基本', '项目', '上缴上级', '经营', '对附属单位补助'];

/** Sources of income by functional subject, columns of 收入决算表. */
export const incomeSources: readonly Measure[] = ['财政拨款', '上级补助', '事业', '经营', '附属上缴', '其他'];

export const initialBudget: Measure = '年初预算';
export const lastYear: Measure = '上年';

export const share: Measure = '占比';
export const growth: Measure = '增长率';
export const completion: Measure = '完成率';

/** Carry-over of a fund, by subject. */
export const openingCarryOver: Measure = '年初结转';
export const income: Measure = '收入';
export const closingCarryOver: Measure = '年末结转';

/** Carry-over of a fund as a whole. */
const carryOvers: readonly Measure[] = ['年初', '年末'];

const rates = new Set<Measure>([share, growth, completion]);

/** What an author gives for comparison only, often for some lines and not for others. */
const comparative = new Set<Measure>([initialBudget, '调整预算', '全年预算', lastYear]);

const known = new Set<Measure>([
  finalAccounts,
  ...natures,
  ...incomeSources,
  ...comparative,
  ...rates,
  openingCarryOver,
  income,
  closingCarryOver,
  ...carryOvers,
]);

/** A percentage that follows from other measures of the subject. */
export function isRate(measure: Measure): boolean {
  return rates.has(measure);
}

export function isComparative(measure: Measure): boolean {
  return comparative.has(measure);
}

/** A measure that every subject may have, whether or not the author stated it. */
export function isCommonMeasure(measure: Measure): boolean {
  return known.has(measure);
}

const aliases = new Map<string, Measure>([
  ['预算', initialBudget],
  ['调整后预算', '调整预算'],
  ['本年收入', income],
]);

/** Names of what every subject may have, the other names of them too. */
export const commonMeasureNames: readonly string[] = [...known, ...aliases.keys()];

/** The canonical name of a measure. */
export function measureNamed(name: string): Measure {
  return aliases.get(name) ?? name;
}
