import { Decimal } from '../number/decimal.js';
import { convert, percent, shiftBetween } from '../number/unit.js';
import type { Origin } from '../model/origin.js';
import type { FigureState, FigureValue } from './evaluated.js';
import type { ArithmeticOperator } from '../model/expression.js';
import { amountOf } from './figures.js';
import { reportUnitMismatch } from './problems.js';
import { type Facts, proportionOf, restsOn, restsOnBoth } from './provenance.js';
import type { Scope } from './scope.js';

/** States that make a result unknowable, the most telling first. */
const poisons: FigureState[] = ['unfilled', 'blocked', 'undefined'];

/** Exact arithmetic on two figures. Absent counts as nothing; what is left open makes the result open. */
export function calculate(
  operator: ArithmeticOperator,
  left: FigureValue,
  right: FigureValue,
  scope: Scope,
  origin: Origin,
): FigureValue {
  const unknown = ofMissingBlock(left, right);
  if (unknown) return unknown;
  const only = operator === '+' ? onlySaid(left, right) : undefined;
  if (only) return only;
  const poison = poisons.find((state) => left.state === state || right.state === state);
  if (poison) return stateOnly(poison, left.unit || right.unit, left.decimals, restsOnBoth(left, right));
  if (operator === '+' || operator === '-') return add(operator, left, right, scope, origin);
  return operator === '*' ? multiply(left, right) : divide(left, right);
}

/** Of a line whose whole block is missing nothing follows. */
function ofMissingBlock(left: FigureValue, right: FigureValue): FigureValue | undefined {
  const [first, second] = [left.lacking ?? right.lacking, right.lacking];
  if (!first) return undefined;
  const isAllowed = left.lacking?.isAllowed === true && second?.isAllowed === true;
  const lacking = first.isAllowed && second && !second.isAllowed ? second : { ...first, isAllowed };
  if (left.state === 'absent' && right.state === 'absent')
    return { ...nothing(left.unit || right.unit, larger(left.decimals, right.decimals)), lacking };
  const blocked = stateOnly('blocked', left.unit || right.unit, left.decimals, restsOnBoth(left, right));
  return { ...blocked, lacking: { ...lacking, isAllowed: false } };
}

/** Where one figure of a sum is absent the sum is the other one, with its place and its path. */
function onlySaid(left: FigureValue, right: FigureValue): FigureValue | undefined {
  if (right.state === 'absent' && left.state !== 'absent') return left;
  return left.state === 'absent' && right.state !== 'absent' ? right : undefined;
}

function add(
  operator: '+' | '-',
  left: FigureValue,
  right: FigureValue,
  scope: Scope,
  origin: Origin,
): FigureValue {
  // What nobody says has a unit only by guess: 团组 is no money, though its block is.
  const unit = (left.state === 'absent' ? right.unit || left.unit : left.unit) || right.unit;
  const decimals = larger(left.decimals, right.decimals);
  if (left.state === 'absent' && right.state === 'absent') return nothing(unit, decimals);
  const amount = amountOf(left)!;
  const other = inUnit(right, unit);
  const facts = restsOnBoth(left, right);
  if (!other) {
    reportUnitMismatch(scope, origin, left, right);
    return stateOnly('undefined', unit, decimals, facts);
  }
  return computed(operator === '+' ? amount.plus(other) : amount.minus(other), unit, decimals, facts);
}

/** The amount in that unit; a bare number has any unit, and nothing is nothing in any. */
function inUnit(figure: FigureValue, unit: string): Decimal | undefined {
  const amount = amountOf(figure)!;
  if (figure.unit === '' || figure.unit === unit || figure.state === 'absent') return amount;
  return convert(amount, figure.unit, unit);
}

function multiply(left: FigureValue, right: FigureValue): FigureValue {
  const [amount, factor] = left.unit === '' || left.unit === percent ? [right, left] : [left, right];
  const product = amountOf(amount)!.times(amountOf(factor)!);
  const scaled = factor.unit === percent ? product.div(100) : product;
  return computed(scaled, amount.unit, amount.decimals, proportionOf(left, right));
}

/** Like by like is a bare number; a base of zero or of nothing has no quotient. */
function divide(left: FigureValue, right: FigureValue): FigureValue {
  const like = isLike(left, right) ? inUnit(right, left.unit) : undefined;
  const base = like ?? amountOf(right)!;
  const unit = like ? '' : left.unit;
  const decimals = larger(left.decimals, right.decimals) ?? 2;
  const facts = proportionOf(left, right);
  if (base.isZero()) return stateOnly('undefined', unit, decimals, facts);
  return computed(amountOf(left)!.div(base), unit, decimals, facts);
}

function isLike(left: FigureValue, right: FigureValue): boolean {
  return right.unit !== '' && shiftBetween(right.unit, left.unit) !== undefined;
}

/** numerator ÷ denominator, in points. Of what is absent the share is absent too. */
export function percentage(
  numerator: FigureValue,
  denominator: FigureValue,
  scope: Scope,
  origin: Origin,
): FigureValue {
  const quotient = calculate('/', numerator, denominator, scope, origin);
  const decimals = scope.percentDecimals;
  if (numerator.state === 'absent' && quotient.value) return nothing(percent, decimals);
  if (quotient.lacking) return { ...quotient, unit: percent, ...(decimals !== undefined && { decimals }) };
  const facts = proportionOf(numerator, denominator);
  if (quotient.value === undefined) return stateOnly(quotient.state, percent, decimals, facts);
  return computed(quotient.value.times(100), percent, decimals, facts);
}

/** Change against the base, in points; a negative base counts by its size. */
export function growthOf(
  current: FigureValue,
  prior: FigureValue,
  scope: Scope,
  origin: Origin,
): FigureValue {
  const change = calculate('-', current, prior, scope, origin);
  const base = prior.value ? { ...prior, value: prior.value.abs() } : prior;
  return percentage(change, base, scope, origin);
}

export function negate(figure: FigureValue): FigureValue {
  const { value, unit, decimals } = figure;
  return value ? computed(value.neg(), unit, decimals, restsOn(figure)) : figure;
}

export function absolute(figure: FigureValue): FigureValue {
  const { value, unit, decimals, format } = figure;
  if (!value || !value.isNegative()) return figure;
  const positive = computed(value.abs(), unit, decimals, restsOn(figure));
  return format ? { ...positive, format } : positive;
}

/** A computed figure is no longer the fact it came from, but rests on it. */
export function computed(
  value: Decimal,
  unit: string,
  decimals: number | undefined,
  facts: Facts,
): FigureValue {
  const figure: FigureValue = { kind: 'figure', state: 'known', value, unit, facts };
  return decimals === undefined ? figure : { ...figure, decimals };
}

/** Of what nobody says nothing more is told. */
export function nothing(unit: string, decimals: number | undefined): FigureValue {
  return { kind: 'figure', state: 'absent', unit, ...(decimals !== undefined && { decimals }) };
}

function stateOnly(
  state: FigureState,
  unit: string,
  decimals: number | undefined,
  facts: Facts,
): FigureValue {
  const figure: FigureValue = { kind: 'figure', state, unit, facts };
  return decimals === undefined ? figure : { ...figure, decimals };
}

function larger(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b);
}
