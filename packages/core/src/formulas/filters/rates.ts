import { resolveFact } from '../../knowledge/ask.js';
import { isOfAnother } from '../../knowledge/judged-rates.js';
import { Known } from '../../knowledge/resolved.js';
import { pathBelow } from '../../model/path.js';
import type { Figure } from '../../number/compare.js';
import { roundingInterval } from '../../number/interval.js';
import {
  budgets,
  completion,
  growth,
  initialBudget,
  lastYear,
  share,
  finalAccounts,
  type Measure,
} from '../../vocabulary/measures.js';
import { percent } from '../../number/unit.js';
import { absolute, calculate, growthOf, percentage } from '../arithmetic.js';
import { type Evaluated, type FigureValue, unknown } from '../evaluated.js';
import { evaluate } from '../evaluate.js';
import { absentFigure, figureOf, figureOfFact, lacksLastYear, toFigure } from '../figures.js';
import { reportWrongKind } from '../problems.js';
import type { FilterName } from '../../vocabulary/filters.js';
import { asShown } from '../shown.js';
import { measureArgument, requiredArgument } from './arguments.js';
import { type Filter, type FilterCall, operandOrigin } from './filter.js';

/** Percentages and changes: what the author stated of the subject, else computed. */
export const rateFilters = {
  占比: shareOf,
  增长率: (call) =>
    ofSubject(call, lastYear, growth, (current, prior) => {
      const rate = growthOf(current, prior, call.scope, operandOrigin(call));
      return rate.state === 'undefined' ? { ...rate, isGrowth: true } : rate;
    }),
  完成率: (call) =>
    ofSubject(call, initialBudget, completion, (current, budget) =>
      percentage(current, budget, call.scope, operandOrigin(call)),
    ),
  差额: (call) =>
    ofSubject(call, lastYear, undefined, (current, prior) => {
      const change = calculate('-', current, prior, call.scope, operandOrigin(call));
      return absolute(change);
    }),
} satisfies Partial<Record<FilterName, Filter>>;

/** `a | 占比 b` */
function shareOf(call: FilterCall): Evaluated {
  const { operand, scope } = call;
  const argument = requiredArgument(call);
  if (!argument) return unknown;
  const part = toFigure(operand, scope, operandOrigin(call));
  const whole = toFigure(evaluate(argument, scope), scope, argument.origin);
  if (!part || !whole) return unknown;
  const [numerator, denominator] = shownUnlessNothing([part, whole], scope);
  const computed = () => percentage(numerator!, denominator!, scope, argument.origin);
  return stated(call, share, part, whole) ?? withPath(computed(), part, share);
}

/** Rates are those of the figures that are printed, unless nothing is printed of the base: 0.00 of 0.004. */
function shownUnlessNothing(
  figures: readonly FigureValue[],
  scope: FilterCall['scope'],
): readonly FigureValue[] {
  const shown = asShown(figures, scope);
  const isHidden = shown.at(-1)?.value?.isZero() && figures.at(-1)?.value?.isZero() === false;
  return isHidden ? figures : shown;
}

/** The subject's 决算 against another of its measures, 上年 or 年初预算 unless the argument names one. */
function ofSubject(
  call: FilterCall,
  usual: Measure,
  rate: Measure | undefined,
  compute: (current: FigureValue, base: FigureValue) => FigureValue,
): Evaluated {
  const [argument] = call.expression.arguments;
  const measure = argument ? measureArgument(argument, call) : usual;
  const current = toFigure(call.operand, call.scope, operandOrigin(call));
  const base = measure && current && measureBeside(call, current, measure);
  if (!base) return unknown;
  const own = rate && (!argument || (rate === completion && isBudget(measure))) ? rate : undefined;
  const known = own && stated(call, own, current, base);
  if (known) return known;
  if (measure === lastYear && lacksLastYear(current, base, call.scope))
    return { ...base, state: 'unfilled', ...(rate && { unit: percent }) };
  const [seen, against] = (rate ? shownUnlessNothing : asShown)([current, base], call.scope);
  const computed = compute(seen!, against!);
  return own ? withPath(computed, current, own) : computed;
}

/** A rate on any budget is a 完成率, a growth only on 上年 a 增长率. */
function isBudget(measure: Measure | undefined): boolean {
  return measure !== undefined && budgets.includes(measure);
}

/** Another measure of what the operand is; only a subject or its 决算 has any. */
function measureBeside(call: FilterCall, current: FigureValue, measure: Measure): FigureValue | undefined {
  const { operand, scope } = call;
  if (operand.kind === 'absent-subject') return absentFigure(operand, measure, scope);
  if (operand.kind === 'missing') return { ...current, state: 'absent' };
  if (current.fact?.measure === finalAccounts) return figureOf(current.fact.subject, measure, scope);
  if (current.state === 'absent' && !current.fact) return current;
  reportWrongKind(scope, operandOrigin(call), 'subject', operand);
  return undefined;
}

/** What the author himself says the rate is, unless he says it of something else than what is asked for. */
function stated(
  { operand, scope }: FilterCall,
  rate: Measure,
  current: FigureValue,
  base: FigureValue,
): FigureValue | undefined {
  const subject = operand.kind === 'subject' ? operand.subject : undefined;
  const own =
    operand.kind === 'figure' && operand.fact?.measure === finalAccounts ? operand.fact.subject : subject;
  const fact = own?.facts.get(rate);
  if (!fact || fact.statements.length === 0) return undefined;
  return isOfAnother(fact, asCompared(current), asCompared(base)) ? undefined : figureOfFact(fact, scope);
}

/** With what rounding may have changed in it. */
function asCompared({ fact, value, decimals }: FigureValue): Figure | undefined {
  if (fact) {
    const known = resolveFact(fact);
    return known instanceof Known ? known : undefined;
  }
  return value && { value, ...roundingInterval(value, decimals) };
}

function withPath(rate: FigureValue, of: FigureValue, measure: Measure): FigureValue {
  return of.fact?.measure === finalAccounts
    ? { ...rate, path: pathBelow(of.fact.subject.path, measure) }
    : rate;
}
