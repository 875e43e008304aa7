import { linearSide } from '../../knowledge/linear.js';
import { findFactIn } from '../../knowledge/find-fact.js';
import type { Rule, RuleOperator, RuleStatement } from '../../model/rule.js';
import type { Subject } from '../../model/subject.js';
import type { FactBase } from '../../model/fact-base.js';
import type { Relation } from './relation.js';
import { firstOrigin } from '../stated-facts.js';
import { statedNothing } from './part-of-nothing.js';

const modes = new Map<RuleOperator, Relation['mode']>([
  ['=', 'sum'],
  ['同', 'same'],
  ['≤', 'at-most'],
  ['≥', 'at-most'],
]);

/**
 * A rule's statement as a relation, when both sides only add and subtract facts; undefined when it is any other
 * condition; 'idle' when one side names nothing that the report speaks of.
 */
export function ruleRelation(
  base: FactBase,
  rule: Rule,
  statement: RuleStatement,
  variables?: ReadonlyMap<string, Subject>,
): Relation | 'idle' | undefined {
  const mode = modes.get(statement.operator);
  const find = findFactIn(base, variables);
  const sides = [statement.left, statement.right].map((side) => linearSide(side, find));
  const [left, right] = statement.operator === '≥' ? sides.reverse() : sides;
  if (!mode || !left || !right) return undefined;
  const most = mode === 'at-most' ? right.unspoken.flatMap((path) => statedNothing(base, path) ?? []) : [];
  const bound = right.terms.length > 0 ? right.terms : most.map((fact) => ({ fact, sign: 1 as const }));
  if (left.terms.length === 0 || bound.length === 0) return 'idle';
  const { id, title, severity } = rule;
  return {
    rule: id,
    title,
    severity,
    mode,
    left: left.terms,
    right: bound,
    unspoken: [...left.unspoken, ...right.unspoken],
    origin: firstOrigin(left.terms[0]!.fact),
  };
}
