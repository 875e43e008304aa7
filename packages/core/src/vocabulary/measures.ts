import { percent } from '../number/unit.js';
import { type LineKind, type Offered, type OfferedWord, wordsOf, wordsOffered } from './offered.js';

/**
 * What is said of a subject: 决算 (the default), 年初预算, 上年, 基本, 项目, 批次 …, in the words of the language.
 * The canonical spelling; `measureNamed` maps the others (预算 → 年初预算).
 */
export type Measure = string;

/** What a measure is to a report: measures of one role are treated alike. */
export type MeasureRole =
  /** The figure itself. */
  | 'accounts'
  /** What an author gives for comparison only, often for some lines and not for others. */
  | 'comparative'
  /** A kind of expenditure, a column of 支出决算表. */
  | 'nature'
  /** A source of income by functional subject, a column of 收入决算表. */
  | 'source'
  /** Carry-over of a fund by subject, or as a whole. */
  | 'carryOver'
  /** A percentage that follows from other measures of the subject. */
  | 'rate'
  | 'staff'
  | 'count'
  /** Money of a project, or beside what is counted. */
  | 'amount'
  /** Of an indicator: in whatever unit and precision the author writes. */
  | 'target'
  | 'score';

export interface MeasureEntry extends OfferedWord {
  readonly name: Measure;
  /** Spellings in front of a figure; none of a measure that only a unit names: 5 次. */
  readonly words?: readonly string[];
  readonly roles: readonly MeasureRole[];
  /** Absent: the unit of the subject's own figure. */
  readonly unit?: string;
  /** The rule of the grammar for it, when it is not `Measure`. */
  readonly readBy?: 'Target' | 'MoneySource';
  /** The figure stays when a report is rolled forward to the next year. */
  readonly kept?: true;
  /** One line for hover, completion and the manual. */
  readonly meaning: string;
}

/** The report's unit of money, also where the subject itself is counted: 越野车 2 辆 金额 30. */
const money = 'money';

function onLines(rank: number): Offered {
  return { expenditure: rank, economic: rank, threePublic: rank, item: rank };
}

/**
 * Every measure of the language, once. Grammar, manual and highlighting are written from this table by
 * `npm run grammar`; all else reads it.
 */
export const measures: readonly MeasureEntry[] = [
  { name: '决算', roles: ['accounts'], meaning: '决算数，就是名称后面的那个数' },
  {
    name: '上年',
    roles: ['comparative'],
    offered: { ...onLines(30), incomeBySubject: 70, project: 100 },
    meaning: '上年决算数',
  },
  {
    name: '年初预算',
    words: ['预算', '年初预算'],
    roles: ['comparative'],
    offered: { ...onLines(40), incomeBySubject: 80, project: 80 },
    meaning: '年初预算数',
  },
  {
    name: '调整预算',
    words: ['调整预算', '调整后预算'],
    roles: ['comparative'],
    offered: { ...onLines(50), incomeBySubject: 90, project: 90 },
    meaning: '调整后的预算数',
  },
  {
    name: '全年预算',
    roles: ['comparative'],
    unit: money,
    offered: { project: 30 },
    meaning: '项目的全年预算数',
  },

  { name: '基本', roles: ['nature'], offered: { expenditure: 10 }, meaning: '基本支出部分' },
  { name: '项目', roles: ['nature'], offered: { expenditure: 20 }, meaning: '项目支出部分' },
  { name: '上缴上级', roles: ['nature'], offered: { expenditure: 60 }, meaning: '上缴上级支出部分' },
  {
    name: '经营',
    roles: ['nature', 'source'],
    offered: { expenditure: 70, incomeBySubject: 40 },
    meaning: '经营收支部分',
  },
  {
    name: '对附属单位补助',
    roles: ['nature'],
    offered: { expenditure: 80 },
    meaning: '对附属单位补助支出部分',
  },

  { name: '财政拨款', roles: ['source'], offered: { incomeBySubject: 10 }, meaning: '来自财政拨款的收入' },
  { name: '上级补助', roles: ['source'], offered: { incomeBySubject: 20 }, meaning: '来自上级补助的收入' },
  { name: '事业', roles: ['source'], offered: { incomeBySubject: 30 }, meaning: '来自事业收入' },
  {
    name: '附属上缴',
    roles: ['source'],
    offered: { incomeBySubject: 50 },
    meaning: '来自附属单位上缴的收入',
  },
  { name: '其他', roles: ['source'], offered: { incomeBySubject: 60 }, meaning: '其他收入' },

  {
    name: '年初结转',
    roles: ['carryOver'],
    offered: { expenditure: 120 },
    meaning: '一个支出科目的年初结转和结余',
  },
  {
    name: '收入',
    words: ['本年收入'],
    roles: ['carryOver'],
    offered: { expenditure: 130 },
    meaning: '一个支出科目的本年收入',
  },
  {
    name: '年末结转',
    roles: ['carryOver'],
    offered: { expenditure: 140 },
    meaning: '一个支出科目的年末结转和结余',
  },
  { name: '年初', roles: ['carryOver'], offered: { carryOver: 10, item: 120 }, meaning: '年初结转和结余' },
  { name: '年末', roles: ['carryOver'], offered: { carryOver: 20, item: 130 }, meaning: '年末结转和结余' },

  {
    name: '占比',
    roles: ['rate'],
    unit: percent,
    offered: onLines(90),
    meaning: '占本块合计的百分比，写了就核对',
  },
  {
    name: '完成率',
    roles: ['rate'],
    unit: percent,
    offered: onLines(100),
    meaning: '决算数占预算数的百分比，写了就核对',
  },
  {
    name: '增长率',
    roles: ['rate'],
    unit: percent,
    offered: onLines(110),
    meaning: '比上年增减的百分比，写了就核对',
  },

  {
    name: '编制',
    roles: ['staff'],
    unit: '人',
    kept: true,
    offered: { unit: 10, item: 140 },
    meaning: '编制人数',
  },
  { name: '在职', roles: ['staff'], unit: '人', offered: { unit: 20, item: 150 }, meaning: '在职人数' },
  { name: '离休', roles: ['staff'], unit: '人', offered: { unit: 30 }, meaning: '离休人数' },
  { name: '退休', roles: ['staff'], unit: '人', offered: { unit: 40 }, meaning: '退休人数' },

  {
    name: '团组',
    roles: ['count'],
    unit: '个',
    offered: { threePublic: 60 },
    meaning: '因公出国（境）团组数',
  },
  { name: '人数', roles: ['count'], unit: '人', offered: { threePublic: 65 }, meaning: '因公出国（境）人数' },
  { name: '批次', roles: ['count'], unit: '批次', offered: { threePublic: 70 }, meaning: '接待批次' },
  { name: '人次', roles: ['count'], unit: '人次', offered: { threePublic: 75 }, meaning: '接待人次' },
  { name: '次', words: [], roles: ['count'], unit: '次', meaning: '次数' },
  { name: '数量', roles: ['count'], offered: { item: 160 }, meaning: '数量' },

  {
    name: '金额',
    roles: ['amount'],
    unit: money,
    offered: { threePublic: 80, item: 170 },
    meaning: '按数量计的项目的金额',
  },
  { name: '执行', roles: ['amount'], unit: money, offered: { project: 40 }, meaning: '项目的全年执行数' },
  {
    name: '资金',
    roles: ['amount'],
    unit: money,
    readBy: 'MoneySource',
    offered: { project: 20 },
    meaning: '项目资金的来源和金额',
  },

  {
    name: '目标',
    roles: ['target'],
    readBy: 'Target',
    offered: { indicator: 10 },
    meaning: '指标的目标值，前面可以写 ≥ ≤',
  },
  { name: '完成', roles: ['target'], readBy: 'Target', offered: { indicator: 20 }, meaning: '指标的完成值' },
  {
    name: '分值',
    roles: ['score'],
    unit: '分',
    kept: true,
    offered: { indicator: 30 },
    meaning: '指标的分值',
  },
  { name: '得分', roles: ['score'], unit: '分', offered: { indicator: 40 }, meaning: '指标的得分' },
  { name: '自评得分', roles: ['score'], unit: '分', offered: { project: 50 }, meaning: '项目的自评得分' },
];

// ---- measures that have rules of their own

/** The measure of a bare figure. */
export const finalAccounts: Measure = '决算';
export const initialBudget: Measure = '年初预算';
/** What a year's figure may be set against, as it was approved first and as it was changed. */
export const fullYearBudget: Measure = '全年预算';
export const budgets: readonly Measure[] = [initialBudget, fullYearBudget, '调整预算'];

/** What was spent of a project. */
export const executed: Measure = '执行';
export const lastYear: Measure = '上年';

/** The kinds of expenditure that have blocks of economic lines. */
export const basicNature: Measure = '基本';
export const projectNature: Measure = '项目';

export const share: Measure = '占比';
export const growth: Measure = '增长率';
export const completion: Measure = '完成率';

/** Carry-over of a fund, by subject. */
export const openingCarryOver: Measure = '年初结转';
export const income: Measure = '收入';
export const closingCarryOver: Measure = '年末结转';

/** Carry-over of a fund as a whole. */
export const fundOpening: Measure = '年初';
export const fundClosing: Measure = '年末';

// ---- what the table says of a measure

const byName = new Map(measures.map((entry) => [entry.name, entry]));
const byWord = new Map(measures.flatMap((entry) => wordsOf(entry).map((word) => [word, entry] as const)));

const common = withRoles('accounts', 'comparative', 'nature', 'source', 'carryOver', 'rate');
const comparative = withRoles('comparative');
const rates = withRoles('rate');
const targets = withRoles('target');

/** Kinds of expenditure, columns of 支出决算表. */
export const natures: readonly Measure[] = columns('nature', 'expenditure');

/** Sources of income by functional subject, columns of 收入决算表. */
export const incomeSources: readonly Measure[] = columns('source', 'incomeBySubject');

/** Every measure, by each of its names and spellings. */
export const measureNames: readonly string[] = [...new Set([...byName.keys(), ...byWord.keys()])];

/** The canonical name of a measure; any other name stays as it is. */
export function measureNamed(name: string): Measure {
  return byWord.get(name)?.name ?? name;
}

/** The canonical measure of that name, if the language knows one. */
export function knownMeasure(name: string): Measure | undefined {
  const measure = measureNamed(name);
  return byName.has(measure) ? measure : undefined;
}

/** What the table says of a measure. */
export function measureEntryNamed(measure: Measure): MeasureEntry | undefined {
  return byName.get(measure);
}

/** What the table says of a word in front of a figure. */
export function measureEntry(word: string): MeasureEntry | undefined {
  return byWord.get(word);
}

/** A measure that every subject may have, whether or not the author stated it. */
export function isCommonMeasure(measure: Measure): boolean {
  return common.has(measure);
}

/** A percentage that follows from other measures of the subject. */
export function isRate(measure: Measure): boolean {
  return rates.has(measure);
}

export function isComparative(measure: Measure): boolean {
  return comparative.has(measure);
}

export function isTarget(measure: Measure): boolean {
  return targets.has(measure);
}

/** The unit that a measure has whatever its subject is counted in; undefined: that of the subject. */
export function unitOfMeasure(measure: Measure, moneyUnit: string): string | undefined {
  const unit = byName.get(measure)?.unit;
  return unit === money ? moneyUnit : unit;
}

/** In persons, batches or points: neither money nor a percentage. */
export function isCounted(measure: Measure): boolean {
  const unit = byName.get(measure)?.unit;
  return unit !== undefined && unit !== money && unit !== percent;
}

/** A measure that is spelled like the unit of its figure: 批次 21 and 21 批次 mean the same. */
export function isUnitOfItself(word: string): boolean {
  return byWord.get(word)?.unit === word;
}

function withRoles(...roles: readonly MeasureRole[]): ReadonlySet<Measure> {
  const wanted = measures.filter((entry) => entry.roles.some((role) => roles.includes(role)));
  return new Set(wanted.map(({ name }) => name));
}

function columns(role: MeasureRole, kind: LineKind): Measure[] {
  return wordsOffered(
    kind,
    measures.filter(({ roles }) => roles.includes(role)),
  ).map(measureNamed);
}
