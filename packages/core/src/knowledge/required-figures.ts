import type { Expression } from '../model/expression.js';
import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import type { Rule } from '../model/rule.js';
import { resolveFact } from './ask.js';
import { findFactIn } from './find-fact.js';
import type { FactFinder } from './linear.js';

/** Whether a condition holds, as far as the figures that it names are not nothing. */
type Condition = () => boolean;

/**
 * Figures that a rule requires where another is not nothing, and of which nobody says anything: 批次 and 人次 of
 * `国内 0.30`, or of a 国内 that is unknown itself; and what is a part at most (外事.批次 ≤ 国内.批次) of something
 * unknown, or has at most as a part what is there (中小企业 ≤ 政府采购), or the same as that. Nobody said that there were none.
 */
export class RequiredFigures {
  private conditions: Map<string, Condition[]> | undefined;

  constructor(private readonly base: FactBase) {}

  /** By the key of the fact, or the path that it would have. */
  has(key: string): boolean {
    this.conditions ??= conditionsByRequired(this.base);
    return (this.conditions.get(key) ?? []).some((holds) => holds());
  }
}

/** What must be there, by its key, and when. */
function conditionsByRequired(base: FactBase): Map<string, Condition[]> {
  const conditions = new Map<string, Condition[]>();
  const find = findFactIn(base);
  const demand = (required: Expression, holds: Condition) => {
    const key = keyOf(required, find);
    if (key !== undefined) conditions.set(key, [...(conditions.get(key) ?? []), holds]);
  };
  for (const { when, forEach, statements } of base.rules) {
    if (forEach) continue;
    for (const { operator, left, right } of statements) {
      if (when && names(when) && isAboveNothing(operator, right))
        demand(left, () => mayHold(when, find, base));
      if (when) continue;
      if (operator === '同') demand(right, () => isUnsaid(left, find, base));
      // What a block that is written does not say is none, whatever is unknown of another block.
      const isOfOne = blockOf(left) === blockOf(right);
      if (operator === '同' || (operator === '≤' && isOfOne)) demand(left, () => isUnsaid(right, find, base));
      if (operator === '≤') demand(right, () => (isOfOne ? isSomeOf : isSome)(left, find, base));
    }
  }
  return conditions;
}

/** `> 0`, `≥ 1`: there is some of it. */
function isAboveNothing(operator: Rule['statements'][number]['operator'], bound: Expression): boolean {
  if (bound.kind !== 'number') return false;
  return operator === '>' ? bound.value.isZero() : operator === '≥' && bound.value.greaterThan(0);
}

/** Whether a condition says of some figure that there is some of it. */
function names(condition: Expression): boolean {
  if (condition.kind !== 'binary') return false;
  if (isLogical(condition.operator)) return names(condition.left) || names(condition.right);
  return condition.left.kind === 'path' && isAboveNothing(condition.operator as '>', condition.right);
}

function isLogical(operator: string): boolean {
  return operator === '且' || operator === '或';
}

/** What else a condition asks (已填) does not make its figures nothing. */
function mayHold(condition: Expression, find: FactFinder, base: FactBase): boolean {
  if (condition.kind !== 'binary') return true;
  const { operator, left, right } = condition;
  if (operator === '或') return [left, right].some((side) => names(side) && mayHold(side, find, base));
  if (operator === '且') return mayHold(left, find, base) && mayHold(right, find, base);
  return !names(condition) || isSomeOf(left, find, base);
}

function isSomeOf(path: Expression, find: FactFinder, base: FactBase): boolean {
  return isSome(path, find) || isUnsaid(path, find, base);
}

function isSome(path: Expression, find: FactFinder): boolean {
  const fact = factOf(path, find);
  return typeof fact === 'object' && isThere(fact);
}

/** 国有资产 of 国有资产.车辆; undefined of what is no path. */
function blockOf(path: Expression): string | undefined {
  return path.kind === 'path' ? path.segments[0]?.name : undefined;
}

function isUnsaid(path: Expression, find: FactFinder, base: FactBase): boolean {
  const fact = factOf(path, find);
  if (fact === undefined || typeof fact === 'string')
    return fact !== undefined && base.knowledge.isUnsaid(fact);
  return resolveFact(fact).state === 'absent' && base.knowledge.isUnsaid(fact.key);
}

function isThere(fact: Fact): boolean {
  const { state, value } = resolveFact(fact);
  return state === 'unfilled' || (value !== undefined && value.greaterThan(0));
}

function keyOf(path: Expression, find: FactFinder): string | undefined {
  const fact = factOf(path, find);
  return typeof fact === 'string' ? fact : fact?.key;
}

function factOf(path: Expression, find: FactFinder): Fact | string | undefined {
  return path.kind === 'path' ? find.fact(path.segments.map(({ name }) => name)) : undefined;
}
