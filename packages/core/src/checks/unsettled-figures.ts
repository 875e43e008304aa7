import type { FactBase } from '../model/fact-base.js';
import type { Fact } from '../model/fact.js';
import { isRate } from '../vocabulary/measures.js';
import { ratesOf } from '../knowledge/rates.js';
import { hasHeld } from './diagnose/cause.js';
import { restsOnAny } from './diagnose/diagnose.js';
import { leavesOf, leavesOfFact } from './diagnose/leaves.js';
import type { Blocked } from './not-checked.js';
import type { Judged, Relation } from './relations/relation.js';
import { UnreadBlock } from './unread.js';
import type { Unsettledness } from './unsettled.js';
import { blocks } from '../vocabulary/blocks.js';
import { rulesRestingOn } from '../vocabulary/rules.zh.js';

/** Relations that could not be judged, and those that fail: that may be told as another figure's fault. */
export function noteRelations(
  {
    relations,
    judged,
    blocked,
  }: { relations: readonly Relation[]; judged: readonly Judged[]; blocked: readonly Blocked[] },
  unsettled: Unsettledness,
): void {
  for (const { relation, missing } of blocked)
    unsettled.note(relation.rule, () => [...factsOf(relation), ...missing.filter(isFact)]);
  for (const one of judged)
    if (!hasHeld(one))
      unsettled.note(one.relation.rule, () => [...factsOf(one.relation), ...leavesOf(one).keys()]);
  // Both sides are open: there is nothing to tell, and nothing was checked.
  for (const relation of relations) unsettled.noteOpen(relation.rule, () => factsOf(relation));
}

/** Rules that look at one figure, and those that look for figures in running text. */
export function noteFigures(
  base: FactBase,
  facts: readonly Fact[],
  doubtful: ReadonlySet<Fact>,
  unsettled: Unsettledness,
): void {
  for (const fact of facts.filter(isLeftOpen)) {
    for (const rule of figureRules) unsettled.note(rule, () => [fact]);
    for (const rule of textRules) unsettled.note(rule, () => []);
  }
  const isAskedOf = rateRules.some((rule) => unsettled.isWanted(rule));
  for (const fact of isAskedOf ? facts.filter(({ measure }) => isRate(measure)) : []) {
    const parts = ratesOf(fact).flatMap(({ numerator, denominator }) => [numerator, denominator]);
    const isInDoubt = parts.some((part) => restsOnAny(leavesOfFact(part), doubtful));
    for (const rule of rateRules)
      if (isInDoubt) unsettled.note(rule, () => [fact]);
      else unsettled.noteOpen(rule, () => [fact, ...parts]);
  }
  const units = base.root.children.get(blocks.units)?.children.size ?? 0;
  if (base.units.length > 0 && base.units.length < units) unsettled.note('X026', () => []);
}

const rateRules = rulesRestingOn('rates');
const figureRules = [...rulesRestingOn('figures'), ...rateRules];
const textRules = rulesRestingOn('texts');

function isLeftOpen({ statements }: Fact): boolean {
  return statements.some(({ state }) => state === 'unfilled');
}

function factsOf({ left, right = [] }: Pick<Relation, 'left'> & Partial<Pick<Relation, 'right'>>): Fact[] {
  return [...left, ...right].map(({ fact }) => fact);
}

function isFact(missing: Blocked['missing'][number]): missing is Fact {
  return typeof missing !== 'string' && !(missing instanceof UnreadBlock);
}
