import { type Fact, saysSome } from '../model/fact.js';
import { factBelow, linesBelow, linesOf, measureOf, speaksOf, ownFactOf } from './ask.js';
import { isComparative, lastYear, type Measure } from '../vocabulary/measures.js';
import type { Resolved } from '../model/knowledge.js';
import { Known } from './resolved.js';
import { columnsOf } from './structure-rules.js';
import { pathText } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import { blocks } from '../vocabulary/blocks.js';
import { broughtForward, carriedForward } from '../vocabulary/totals.js';

const closingBalance = pathText([blocks.expenditure, carriedForward]);

/**
 * Nothing is said of this figure of a line although there must be one: the line is only named; it has an amount
 * but is not split into 基本 and 项目; or it has an amount, had one or was to have one, and lacks another to compare
 * it with.
 */
export function isOpenLine(fact: Fact, resolve: (fact: Fact) => Resolved): boolean {
  const { subject, measure } = fact;
  if (isOnlyNamed(subject)) return true;
  if (measure === lastYear && subject.base.prior) return false;
  if (isComparative(measure)) return hasAmount(subject, resolve) || wasSome(subject, measure, resolve);
  const columns = subject.parent ? columnsOf(subject.parent) : [];
  return columns.includes(measure) && hasAmount(subject, resolve) && !hasColumn(subject, columns, resolve);
}

function isOnlyNamed(subject: Subject): boolean {
  if (subject.origin === undefined || subject.children.size > 0 || linesBelow(subject).length > 0)
    return false;
  for (const { statements } of subject.facts.values()) if (statements.length > 0) return false;
  return subject.base.units.length === 0;
}

function hasAmount(subject: Subject, resolve: (fact: Fact) => Resolved): boolean {
  const amount = resolve(ownFactOf(subject));
  return amount instanceof Known && !amount.value.isZero();
}

/** 公务接待费 0 预算 0.40, or 上年 0.40: there is such a thing, though nothing was spent on it. */
function wasSome(subject: Subject, measure: Measure, resolve: (fact: Fact) => Resolved): boolean {
  const compared = [...subject.facts.values()].filter((fact) => isComparative(fact.measure));
  return compared.some(({ statements }) => saysSome(statements)) || broughtSome(subject, measure, resolve);
}

/** 年末结转和结余 of last year, where this year begins with some. */
function broughtSome({ base, path }: Subject, measure: Measure, resolve: (fact: Fact) => Resolved): boolean {
  if (measure !== lastYear || path !== closingBalance) return false;
  const opening = factBelow(base.root, [blocks.income, broughtForward]);
  const amount = opening && resolve(opening);
  return amount instanceof Known && !amount.value.isZero();
}

function hasColumn(
  subject: Subject,
  columns: readonly Measure[],
  resolve: (fact: Fact) => Resolved,
): boolean {
  const implied = linesBelow(subject).length > 0 ? linesOf(subject.parent!)?.measures : undefined;
  return columns.some((column) => {
    // What a department's line is split into is said in its units' reports.
    const isSpoken = speaksOf(subject, column) || implied?.has(column) || subject.base.units.length > 0;
    if (!isSpoken) return false;
    return resolve(measureOf(subject, column)).state !== 'absent';
  });
}
