import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import { labelOf } from '../model/label.js';
import { resolveFact } from '../knowledge/ask.js';
import { Known } from '../knowledge/resolved.js';
import { Decimal } from '../number/decimal.js';
import { formatDeclared } from '../number/format.js';
import { convert, isMoneyUnit } from '../number/unit.js';
import {
  basicNature,
  finalAccounts,
  initialBudget,
  lastYear,
  projectNature,
} from '../vocabulary/measures.js';
import type { Finding } from '../findings/finding.js';
import { newMessage } from '../findings/new-finding.js';
import { statedFacts } from './stated-facts.js';

/** Between the units that reports are in lies a factor of ten thousand: 元, 万元, 亿元. */
const step = new Decimal(10_000);

/** Figures of an item that differ by less than this are alike. */
const alike = new Decimal(2);

/** Of less than 1 万元 such leaps are ordinary. */
const smallest = new Decimal(1);
const unitOfSmallest = '万元';

/**
 * U011: an amount that is ten thousand times that of the year before or of the budget, or a ten-thousandth. A column in
 * another unit is one mistake: the first place tells it.
 */
export function* magnitudeFindings(base: FactBase): Generator<Finding> {
  for (const fact of statedFacts(base)) {
    if (fact.measure !== finalAccounts) continue;
    const others = [lastYear, initialBudget].flatMap((one) => fact.subject.facts.get(one) ?? []);
    const finding = leap(fact, others);
    if (!finding) continue;
    yield finding;
    return;
  }
}

/** Figures of fewer digits are often ten times another one. */
const fewestDigits = 3;

/**
 * U011: a budget, or an amount of the year before, that is to the last digit ten times the amount beside it, or a tenth: the
 * point moved. What a sum tells already is not told again.
 */
export function* tenfoldFindings(base: FactBase, isTold: (fact: Fact) => boolean): Generator<Finding> {
  for (const fact of statedFacts(base)) {
    const own =
      fact.measure === finalAccounts || fact.measure === basicNature || fact.measure === projectNature;
    if (!own) continue;
    for (const measure of [initialBudget, lastYear]) {
      const other = fact.subject.facts.get(measure);
      const finding = other && tenfold(fact, other);
      if (finding && !isTold(fact) && !isTold(other)) yield finding;
    }
  }
}

function tenfold(fact: Fact, other: Fact): Finding | undefined {
  const [own, beside] = [statedAmount(fact), statedAmount(other)];
  if (!own || !beside || own.value.precision() < fewestDigits || fact.unit !== other.unit) return undefined;
  if (Math.abs(beside.value.e - own.value.e) !== 1) return undefined;
  const isLarger = beside.value.eq(own.value.times(10));
  if (!isLarger && !beside.value.eq(own.value.div(10))) return undefined;
  return newMessage('U011', beside.statement!.origin, 'tenfold', {
    label: labelOf(other),
    other: labelOf(fact),
    times: isLarger ? '十倍' : '十分之一',
    value: formatDeclared(beside.value, other.decimals),
    before: formatDeclared(own.value, fact.decimals),
    unit: fact.unit,
  });
}

function leap(fact: Fact, others: readonly Fact[]): Finding | undefined {
  const own = statedAmount(fact);
  if (!own) return undefined;
  for (const other of others) {
    const before = statedAmount(other);
    if (!before || isSmall(other, before) || isSmall(fact, own)) continue;
    const isLarger = own.value.gt(before.value);
    const fitting = isLarger ? own.value.div(step) : own.value.times(step);
    if (!areAlike(fitting, before.value)) continue;
    return newMessage('U011', own.statement!.origin, 'ten-thousandfold', {
      label: labelOf(fact),
      other: labelOf(other),
      times: isLarger ? '一万倍' : '万分之一',
      unit: fact.unit,
      value: formatDeclared(fitting, fact.decimals),
      before: formatDeclared(before.value, other.decimals),
    });
  }
  return undefined;
}

function isSmall({ unit }: Fact, { value }: Known): boolean {
  return (convert(value, unit, unitOfSmallest) ?? value).lt(smallest);
}

function statedAmount(fact: Fact): Known | undefined {
  const known = resolveFact(fact);
  return isMoneyUnit(fact.unit) &&
    known instanceof Known &&
    known.state === 'stated' &&
    known.value.isPositive()
    ? known
    : undefined;
}

function areAlike(a: Decimal, b: Decimal): boolean {
  return a.lte(b.times(alike)) && b.lte(a.times(alike));
}
