import { type Path, pathBelow, pathNames, pathText } from '../model/path.js';
import type { FactBase } from '../model/fact-base.js';
import { blocksAt } from '../knowledge/report-blocks.js';
import { isUnsaidBudget } from '../knowledge/unsaid-budgets.js';
import type { Fact } from '../model/fact.js';
import {
  closingCarryOver,
  finalAccounts,
  income,
  isComparative,
  isRate,
  lastYear,
  type Measure,
  openingCarryOver,
  unitOfMeasure,
} from '../vocabulary/measures.js';
import { schemaOf } from '../knowledge/schema-of.js';
import { asPrinted } from '../model/as-printed.js';
import { isLikeMeasure } from '../model/label.js';
import { resolveFact, settleFact, measureOf, childAt, subjectAt } from '../knowledge/ask.js';
import type { Resolved, ResolvedState } from '../model/knowledge.js';
import type { Subject } from '../model/subject.js';
import { blocks, natureOfBlock } from '../vocabulary/blocks.js';
import { total } from '../vocabulary/totals.js';
import { Decimal } from '../number/decimal.js';
import { convert, isMoneyUnit, percent } from '../number/unit.js';
import type { Origin } from '../model/origin.js';
import type { AbsentSubject, Evaluated, FigureState, FigureValue, Lacking } from './evaluated.js';
import { reportWrongKind } from './problems.js';
import type { Scope } from './scope.js';

const states: Record<ResolvedState, FigureState> = {
  stated: 'known',
  derived: 'known',
  none: 'none',
  unfilled: 'unfilled',
  inapplicable: 'inapplicable',
  absent: 'absent',
  blocked: 'blocked',
};

/** The value as a figure; undefined, and reported, for what has none. A bare subject is its 决算. */
export function toFigure(value: Evaluated, scope: Scope, origin: Origin): FigureValue | undefined {
  switch (value.kind) {
    case 'figure':
      return value;
    case 'subject':
      return figureOf(value.subject, finalAccounts, scope);
    case 'absent-subject':
      return absentFigure(value, finalAccounts, scope);
    case 'missing':
      return value.reason === 'unknown' ? undefined : { kind: 'figure', state: 'absent', unit: '' };
    default:
      reportWrongKind(scope, origin, 'figure', value);
      return undefined;
  }
}

/** A measure of a subject; where the subject itself has no figure, that of its 合计. */
export function figureOf(subject: Subject, measure: Measure, scope: Scope): FigureValue {
  const own = measureOf(subject, measure);
  const sum = isSaid(own, scope) ? undefined : childAt(subject, total);
  const summed = sum && measureOf(sum, measure);
  return figureOfFact(summed && isSaid(summed, scope) ? summed : own, scope);
}

function isSaid(fact: Fact, scope: Scope): boolean {
  return resolvedFor(scope, fact).state !== 'absent';
}

function resolvedFor({ forPrint }: Scope, fact: Fact): Resolved {
  return forPrint ? settleFact(fact) : resolveFact(fact);
}

export function figureOfFact(fact: Fact, scope: Scope): FigureValue {
  return inMoneyOf(scope.base, fact, ownFigureOf(fact, scope));
}

/** A unit may report in 元 what its department prints in 万元. */
function inMoneyOf({ moneyUnit, decimals }: FactBase, fact: Fact, figure: FigureValue): FigureValue {
  const { unit, subject } = fact;
  if (unit === moneyUnit || unit !== subject.base.moneyUnit) return figure;
  const value = figure.value && convert(figure.value, unit, moneyUnit);
  return { ...figure, ...(value && { value }), unit: moneyUnit, decimals };
}

function ownFigureOf(fact: Fact, scope: Scope): FigureValue {
  const resolved = resolvedFor(scope, fact);
  const { base, code, names } = fact.subject;
  const figure: FigureValue = {
    kind: 'figure',
    ...shownState(states[resolved.state], { base, names, code, measure: fact.measure, key: fact.key }, scope),
    unit: fact.unit,
    fact,
    path: fact.key,
  };
  const decimals = shownDecimals(fact, resolved, scope);
  const value = scope.asReaders ? changeAsShown(fact, resolved) : resolved.value;
  if (value) figure.value = value;
  if (decimals !== undefined) figure.decimals = decimals;
  if (resolved.statement) figure.origin = resolved.statement.origin;
  return figure;
}

/**
 * 增减额 as it is printed; one that follows is the difference of the figures that are. What units tell of theirs, in their own money,
 * is added up as it is.
 */
function changeAsShown(fact: Fact, { value, state, terms = [] }: Resolved): Decimal | undefined {
  const { subject } = fact;
  if (!value || !isLikeMeasure(subject)) return value;
  if (state === 'stated') return asPrinted(value, fact);
  if (state !== 'derived') return value;
  if (terms.some(({ fact }) => fact.subject.base !== subject.base)) return value;
  const shown = terms.map(({ fact, sign }) => {
    const part = settleFact(fact).value;
    return part ? asPrinted(part, fact).times(sign) : undefined;
  });
  return shown.every((part) => part !== undefined) ? Decimal.sum(new Decimal(0), ...shown) : value;
}

/** Where a figure would stand of which nobody says anything. */
interface Unsaid {
  base: FactBase;
  names: Path;
  code: string | undefined;
  measure: Measure;
  /** Of the fact, written or not. */
  key: string;
}

/**
 * A figure that nobody states is 未填 where the whole block is missing that it would stand in, or where what it is a
 * part of is stated and none of the parts is.
 */
function shownState(
  state: FigureState,
  unsaid: Unsaid,
  scope: Scope,
): Pick<FigureValue, 'state' | 'lacking'> {
  if (!scope.forPrint || (state !== 'absent' && state !== 'blocked')) return { state };
  const { base, names, code, measure, key } = unsaid;
  if (code !== undefined) return stateOfLine(state, unsaid, scope);
  const isTornApart = () =>
    blocksAt(base, names).some((path) => base.knowledge.missingBlocks.isTornApart(path));
  const isInMissing = missingAt(base, names, scope).length > 0 || isTornApart();
  if (isInMissing || base.knowledge.isUnsaid(key) || isOfUnsaid(base, names)) return { state: 'unfilled' };
  if (state === 'absent' && measure === finalAccounts && isOnlyCompared(base, names))
    return { state: 'unfilled' };
  return state === 'absent' && isUnsaidBudget(base, names, measure) ? { state: 'unfilled' } : { state };
}

/** What belongs to something of which nobody says how much it was: 上年 of it, 金额 of its vehicles. */
function isOfUnsaid(base: FactBase, names: Path): boolean {
  return names.some((_, at) => {
    const owner = names.slice(0, at + 1);
    if (at === 0 || !base.knowledge.isUnsaid(pathText(owner))) return false;
    const subject = subjectAt(base, owner);
    return !subject || resolveFact(measureOf(subject, finalAccounts)).state === 'absent';
  });
}

/** 机关运行经费 { 增减额 1.00 }: it is said how the block changed, not what it came to, nor anything in it. */
function isOnlyCompared(base: FactBase, names: Path): boolean {
  const block = base.find(names.slice(0, 1));
  if (!block || !schemaOf(block) || saysWhatItCameTo(block)) return false;
  const children = [...block.children.values()];
  const isCompared = [...block.facts.keys()].some(isComparative) || children.length > 0;
  return isCompared && children.every(isLikeMeasure);
}

/** 政府采购 未发生 上年 10.00. */
function saysWhatItCameTo(block: Subject): boolean {
  const { statements = [] } = block.facts.get(finalAccounts) ?? {};
  return statements.some(({ state }) => state !== 'unfilled');
}

function stateOfLine(
  state: FigureState,
  { base, names, code, measure, key }: Unsaid,
  scope: Scope,
): Pick<FigureValue, 'state' | 'lacking'> {
  noteMissingAt(base, names, scope);
  if (state !== 'absent') return { state };
  const unsaid =
    base.knowledge.isUnsaid(key) || isOfTotalAlone(base, names, measure)
      ? { path: key, isAllowed: false }
      : undefined;
  const lacking = lackingAt(base, names, scope, code) ?? unsaid;
  return lacking ? { state, lacking } : { state };
}

/** 本年收入 of a line, where the total of its fund has some and no line says whose it was. */
function isOfTotalAlone(base: FactBase, names: Path, measure: Measure): boolean {
  if (measure !== openingCarryOver && measure !== income && measure !== closingCarryOver) return false;
  const container = subjectAt(base, names.slice(0, 2));
  const whole = container && childAt(container, total);
  if (!whole || resolveFact(measureOf(whole, measure)).value?.isZero() !== false) return false;
  return [...container.children.values()].every(
    ({ code, facts }) => code === undefined || !facts.get(measure)?.statements.length,
  );
}

/** Whether there may be lines at that place, in print, of which nobody says anything. */
export function lackingAt(base: FactBase, names: Path, scope: Scope, code?: string): Lacking | undefined {
  if (!scope.forPrint) return undefined;
  if (base.lacksUnits && names.length === 1 && isListOfUnits(names[0]!, base))
    return { path: names[0]!, isAllowed: false };
  const { missingBlocks, totalsAlone, untoldDetails } = base.knowledge;
  const missing = blocksAt(base, names).filter((path) => missingBlocks.has(path));
  const needed = missing.find((path) => !isLeftOut(path, scope));
  const [lacking] = needed ? [needed] : missing;
  if (lacking) return { path: pathText(lacking), isAllowed: !needed };
  const [alone] = totalsAlone.at(names, code);
  if (alone) return { path: pathText(alone), isAllowed: isLeftOut(alone, scope), isTotalAlone: true };
  const [, , , detail, nature] = names;
  if (detail !== blocks.detail || !untoldDetails.has(names)) return undefined;
  return { path: pathText(names.slice(0, 5)), isAllowed: isBlockOfNatureLeftOut(nature, scope) };
}

/** What the department itself does not list is known from the reports of its units alone. */
function isListOfUnits(name: string, base: FactBase): boolean {
  return name === blocks.projects || (name === blocks.units && !base.find([name])?.children.size);
}

/** 明细 is another way to tell 基本支出 and 项目支出. */
function isBlockOfNatureLeftOut(nature: Measure | undefined, { mayBeLeftOut }: Scope): boolean {
  return [...mayBeLeftOut].some((name) => natureOfBlock(name) === nature);
}

/** Tells of the missing blocks in which something was looked for. */
export function noteMissingAt(base: FactBase, names: Path, scope: Scope): void {
  if (scope.noteMissing) for (const path of missingAt(base, names, scope)) scope.noteMissing(path);
}

/** Whether what is printed of that place would be one of a block that is missing as a whole. */
export function isInMissingBlockAt(base: FactBase, names: Path, scope: Scope): boolean {
  return scope.forPrint && missingAt(base, names, scope).length > 0;
}

function missingAt(base: FactBase, names: Path, scope: Scope): Path[] {
  const { missingBlocks } = base.knowledge;
  return blocksAt(base, names).filter((path) => !isLeftOut(path, scope) && missingBlocks.has(path));
}

function isLeftOut(path: Path, { mayBeLeftOut }: Scope): boolean {
  return mayBeLeftOut.has(path.join(' '));
}

/** A figure of something the report does not speak of. */
export function absentFigure(
  { base, path, schema, code }: AbsentSubject,
  measure: Measure,
  scope: Scope,
): FigureValue {
  const own = (code === undefined ? schema?.unit : undefined) ?? base.moneyUnit;
  const unit = unitOfMeasure(measure, base.moneyUnit) ?? own;
  const key = measure === finalAccounts ? path : pathBelow(path, measure);
  const figure: FigureValue = {
    kind: 'figure',
    ...shownState('absent', { base, names: pathNames(path), code, measure, key }, scope),
    unit,
    path: key,
  };
  return isMoneyUnit(unit) ? { ...figure, decimals: base.decimals } : figure;
}

/**
 * What it was last year is not said of something that came to an amount: nobody knows how it changed. Where last
 * year's report is there, what it does not speak of was nothing.
 */
export function lacksLastYear(current: FigureValue, prior: FigureValue, scope: Scope): boolean {
  if (!scope.forPrint || scope.base.prior || prior.state !== 'absent' || current.state !== 'known')
    return false;
  const isOfReport = current.path !== undefined && pathNames(prior.path ?? '').at(-1) === lastYear;
  return isOfReport && !current.value!.isZero();
}

/** What the figure counts in arithmetic: nothing said is nothing; undefined when it cannot be known. */
export function amountOf(figure: FigureValue): Decimal | undefined {
  if (figure.state === 'absent' || figure.state === 'inapplicable') return new Decimal(0);
  return figure.value;
}

/** Said to be there: stated, computed or 未发生. */
export function hasValue(figure: FigureValue): figure is FigureValue & { value: Decimal } {
  return figure.value !== undefined;
}

/** Money has the declared decimals, rates those of percentages; counts and targets are shown as written. */
function shownDecimals(fact: Fact, { value }: Resolved, scope: Scope): number | undefined {
  if (isMoneyUnit(fact.unit)) return fact.decimals;
  if (fact.unit !== percent) return undefined;
  const written = value && value.decimalPlaces() <= 6 ? value.decimalPlaces() : 0;
  return isRate(fact.measure) ? scope.percentDecimals : written;
}
