import {
  blocks,
  convert,
  convertDecimals,
  type Fact,
  finalAccounts,
  isCut,
  isMoneyUnit,
  isRate,
  isTarget,
  isUnitOfItself,
  type Measure,
  type Origin,
  parseFigure,
  percent,
  type Statement,
  stateOfWord,
  type Subject,
  subjectLabel,
  unitOfFact,
} from '@fiscal/core';
import { unitWords } from '../lexer/unit-words.js';
import type * as ast from '../generated/ast.js';
import { type LoweringContext, report } from './context.js';
import { originOf } from './origins.js';

/** What may be counted beside the money of an item that a 结构 knows: 国内 2.65 21 批次 137 人次. */
const sideCounts = new Set(['批次', '人次', '次', '个', '人', '项']);

/** No account has longer figures, and longer ones would not stay exact. */
const mostDigits = 30;

/** Units that count the same thing. */
const sameUnits = new Map([
  ['台（套）', '台'],
  ['台套', '台'],
  ['套', '台'],
  ['名', '人'],
  ['％', '%'],
]);

/** Whether a 结构 knows the item that figures are stated of, and whether it leaves room for others beside them. */
export type Known = 'free' | 'open' | 'closed';

/**
 * States the bare figures of a subject. A figure with a unit that is not the subject's own is a measure
 * named by its unit: 国内 2.65 21 批次 137 人次.
 */
export function stateFigures(
  context: LoweringContext,
  subject: Subject,
  figures: readonly ast.Figure[],
  ownUnit: string | undefined,
  known: Known,
): void {
  const isOwn = (unit: string | undefined): boolean =>
    !unit || unit === ownUnit || (ownUnit === undefined && isMoneyUnit(unit));
  const lacksOwn = known !== 'free' && !figures.some((figure) => isOwn(unitOf(figure)));
  const misnamed = figures.flatMap((figure) => {
    const meant = receptionCount(subject, unitOf(figure), figures);
    return meant === undefined ? [] : [{ figure, meant }];
  });
  reportCounts(context, misnamed);
  for (const figure of figures) {
    const unit = unitOf(figure);
    if (misnamed.some((one) => one.figure === figure)) continue;
    if (unit === undefined || isOwn(unit)) stateFigure(context, subject, finalAccounts, figure, ownUnit);
    else if (!mayStandBeside(unit, known) || (lacksOwn && ownUnit !== undefined))
      reportWrongUnit(context, figure, ownUnit ?? subject.base.moneyUnit);
    else if (lacksOwn && !isUnitOfItself(unit)) reportCountForAmount(context, subject, figure);
    else stateFigure(context, subject, unit, figure, unit);
  }
}

const receptions = new Set(['公务接待费', '国内', '外事']);

/** 国内 0.30 3 批 18 人: what receptions are counted in, where another word is written. */
function receptionCount(
  { name, path }: Subject,
  unit: string | undefined,
  figures: readonly ast.Figure[],
): string | undefined {
  if (unit === undefined || !receptions.has(name) || !path.startsWith(blocks.threePublic)) return undefined;
  const isWritten = (count: string) => figures.some((figure) => unitOf(figure) === count);
  if (/^(批|批数|个批次|次|个|起)$/.test(unit)) return '批次';
  if (/^(人|人数|个人|个人次)$/.test(unit)) return isWritten('人次') ? '批次' : '人次';
  return undefined;
}

function unitOf({ unit }: ast.Figure): string | undefined {
  return unit && canonicalUnit(unit);
}

function mayStandBeside(unit: string, known: Known): boolean {
  return !isMoneyUnit(unit) && (known === 'closed' ? sideCounts : unitWords).has(unit);
}

function reportWrongUnit(context: LoweringContext, figure: ast.Figure, expected: string): void {
  const origin = originOf(context.uri, figure);
  const [, found, letters] = /^(.*[0-9０-９])([A-Za-z]{1,3})$/.exec(figure.$cstNode?.text ?? '') ?? [];
  if (found !== undefined)
    return report(context, 'Z029', 'error', origin, 'stray-letters', { found, letters: letters! }, [found]);
  report(context, 'Z018', 'error', origin, 'wrong-unit', { unit: figure.unit ?? '', expected });
}

/** 3批 18人: both of a line are told at the first of them. */
function reportCounts(
  context: LoweringContext,
  counts: readonly { figure: ast.Figure; meant: string }[],
): void {
  const [first, ...others] = counts;
  if (!first) return;
  if (others.length === 0) return reportWrongUnit(context, first.figure, first.meant);
  report(context, 'Z018', 'error', originOf(context.uri, first.figure), 'wrong-units', {
    units: counts.map(({ figure }) => `「${figure.unit ?? ''}」`).join(''),
    expected: counts.map(({ meant }) => `「${meant}」`).join(''),
  });
}

/** 机关运行经费 12 人: read as a count, the amount would be missing and nobody would be told. */
function reportCountForAmount(context: LoweringContext, subject: Subject, figure: ast.Figure): void {
  report(context, 'Z018', 'error', originOf(context.uri, figure), 'count-for-amount', {
    name: subjectLabel(subject),
    figure: figure.$cstNode?.text ?? '',
    expected: subject.base.moneyUnit,
  });
}

/**
 * The unit of an item that no 结构 knows: that of its only figure, when it has one: 事前评估 8 个. What a reception is
 * told by is an amount, and 2 次 says how often it was.
 */
export function unitOfFreeItem({ parent }: Subject, figures: readonly ast.Figure[]): string | undefined {
  if (parent && receptions.has(parent.name) && parent.path.startsWith(blocks.threePublic)) return undefined;
  const unit = figures.length === 1 ? figures[0]!.unit : undefined;
  return unit && !isMoneyUnit(canonicalUnit(unit)) ? canonicalUnit(unit) : undefined;
}

/** States one measure of a subject; without a unit in the one that measure and subject imply. */
export function stateFigure(
  context: LoweringContext,
  subject: Subject,
  measure: Measure,
  figure: ast.Figure,
  unit?: string,
): void {
  const decimals = unit === percent ? subject.base.percentDecimals : undefined;
  const own = unit === undefined ? unitOfFact(subject, measure) : { unit, decimals };
  const fact = subject.addFact(measure, own.unit, own.decimals);
  const statement = lowerFigure(context, fact, figure);
  if (statement) fact.statements.push(statement);
}

/** A figure as a statement of a fact: in the fact's unit, with the declared precision. */
export function lowerFigure(context: LoweringContext, fact: Fact, figure: ast.Figure): Statement | undefined {
  const origin = originOf(context.uri, figure);
  if (figure.state) return { state: stateOfWord[figure.state]!, origin };
  // Told when it was read: as good as left open.
  if (figure.malformed) return { state: 'unfilled', origin };
  const magnitude = figure.number === undefined ? undefined : parseFigure(figure.number);
  if (!magnitude) return undefined;
  if (figure.number!.length > mostDigits) {
    report(context, 'U009', 'error', origin, 'too-many-digits', { digits: String(mostDigits) });
    return undefined;
  }
  const typed = figure.negative ? magnitude.neg() : magnitude;
  const unit = figure.unit ? canonicalUnit(figure.unit) : fact.unit;
  if (unit === fact.unit)
    return { state: 'value', value: typed, ...precision(context, fact, typed, origin), origin };
  const value = convert(typed, unit, fact.unit);
  if (!value) {
    reportWrongUnit(context, figure, fact.unit);
    return undefined;
  }
  const isTiny = isMoneyUnit(unit) && !value.isZero() && value.toDecimalPlaces(fact.decimals).isZero();
  if (isTiny)
    report(context, 'Z018', 'warning', origin, 'tiny-amount', {
      figure: figure.$cstNode?.text ?? '',
      unit: fact.unit,
    });
  // Figures in 元 are exact; other money units have the declared decimals, in their own unit.
  const decimals = unit === '元' ? undefined : convertDecimals(fact.decimals, unit, fact.unit);
  const known = decimals !== undefined && printedTo(decimals, fact);
  return { state: 'value', value, ...known, ...(isTiny && { isDoubtful: true as const }), origin };
}

/** Counts, scores and targets are exact; money and rates have the declared decimals. */
function precision(
  context: LoweringContext,
  fact: Fact,
  value: { decimalPlaces(): number; toFixed(): string },
  origin: Origin,
): Pick<Statement, 'decimals' | 'truncated'> {
  const isPercentage = isRate(fact.measure);
  const isMoney = isMoneyUnit(fact.unit) && !isTarget(fact.measure);
  if (!isPercentage && !isMoney) return {};
  const places = value.decimalPlaces();
  if (places <= fact.decimals) return isExact(fact) ? {} : printedTo(fact.decimals, fact);
  if (isPercentage) {
    reportRatePlaces(context, fact, value, origin);
    return { decimals: places };
  }
  report(context, 'U004', 'warning', origin, 'excess-decimals', {
    figure: value.toFixed(),
    decimals: String(fact.decimals),
    unit: fact.unit,
  });
  return {};
}

/** Amounts of money may have been cut after the last place; rates are always rounded. */
function printedTo(
  decimals: number,
  { unit, subject: { base } }: Fact,
): Pick<Statement, 'decimals' | 'truncated'> {
  return { decimals, ...(isCut(base, unit) && { truncated: true as const }) };
}

/** 元 and 分 are counted, not rounded. */
function isExact({ unit, decimals }: Fact): boolean {
  return unit === '元' && decimals >= 2;
}

/** Once for a file: whoever copies percentages with two decimals has written all of them so. */
function reportRatePlaces(
  context: LoweringContext,
  fact: Fact,
  value: { toFixed(): string },
  origin: Origin,
): void {
  const code = 'excess-percent-decimals';
  if (context.findings.some(({ data }) => data.kind === 'message' && data.code === code)) return;
  report(context, 'U004', 'warning', origin, code, {
    figure: value.toFixed(),
    decimals: String(fact.decimals),
  });
}

export function canonicalUnit(unit: string): string {
  return sameUnits.get(unit) ?? unit;
}
