import { type LinearSide, linearSide } from '../../knowledge/linear.js';
import { isMoneyUnit } from '../../number/unit.js';
import { blocks } from '../../vocabulary/blocks.js';
import { finalAccounts } from '../../vocabulary/measures.js';
import { isAggregate } from '../../knowledge/aggregates.js';
import { resolveFact, structuralWaysTo, sumOfWay } from '../../knowledge/ask.js';
import type { Fact } from '../../model/fact.js';
import type { Term } from '../../model/knowledge.js';
import { findFactIn } from '../../knowledge/find-fact.js';
import type { Rule, RuleOperator, RuleStatement } from '../../model/rule.js';
import type { Subject } from '../../model/subject.js';
import type { FactBase } from '../../model/fact-base.js';
import type { Relation } from './relation.js';
import { firstOrigin } from '../stated-facts.js';
import { statedNothing } from '../../knowledge/part-of-nothing.js';

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
  const bound = mode === 'at-most' ? boundOf(base, right, left) : right.terms;
  if (left.terms.length === 0 || bound.length === 0) return 'idle';
  if (restsOnUnplaced(base, [...left.terms, ...bound])) return 'idle';
  const sums = mode === 'same' ? besideStated(left.terms, bound) : undefined;
  const { id, title, severity } = rule;
  return {
    rule: id,
    title,
    severity,
    mode: sums ? 'sum' : mode,
    left: left.terms,
    right: bound,
    ...sums,
    unspoken: [...left.unspoken, ...right.unspoken],
    origin: firstOrigin(left.terms[0]!.fact),
  };
}

/** What an 抵销 takes out of 收入 without a word of the line: until it is said, the lines come to more. That is told there. */
function restsOnUnplaced(base: FactBase, terms: readonly Term[]): boolean {
  const { unplaced } = base.knowledge.eliminatedLines;
  if (unplaced.length === 0) return false;
  const measures = new Set(unplaced.map(({ measure }) => measure));
  return terms.some(
    ({ fact: { subject, measure } }) =>
      subject.base === base &&
      subject.names[1] === blocks.bySubject &&
      (measures.has(measure) || measure === finalAccounts),
  );
}

/** What is not said of an item is said of the whole that it is a part of: 三公经费 未发生. */
function boundOf(base: FactBase, { terms, unspoken }: LinearSide, bounded: LinearSide): readonly Term[] {
  const unsaid = terms.filter(({ fact }) => resolveFact(fact).state === 'absent');
  if (unsaid.length < terms.length) return terms;
  const paths = [...unsaid.map(({ fact }) => fact.key), ...unspoken];
  const isMoney = bounded.terms.some(({ fact }) => isMoneyUnit(fact.unit));
  const wholes = paths
    .flatMap((path) => statedNothing(base, path) ?? [])
    // 0 万元 is no number of visits; what costs nothing and yet took place is told by itself.
    .filter((whole) => isMoney === isMoneyUnit(whole.unit) || resolveFact(whole).state !== 'stated');
  return wholes.length > 0 ? wholes.map((fact) => ({ fact, sign: 1 })) : terms;
}

/**
 * One of two figures that are the same is stated, and the other is known by that alone: nothing would be compared. What
 * its own lines come to is, or what the funds do that it adds up.
 */
function besideStated(
  [left]: readonly Term[],
  [right]: readonly Term[],
): Pick<Relation, 'left' | 'right' | 'lines'> | undefined {
  const [said, repeated] = isRepeated(left!.fact) ? [right!, left!] : [left!, right!];
  if (said.fact.statements.length === 0 || !isRepeated(repeated.fact)) return undefined;
  const own = [...structuralWaysTo(repeated.fact)].find(({ lines }) => lines || addsUpFunds(repeated.fact));
  if (!own || sumOfWay(own, said.fact).kind !== 'known') return undefined;
  return { left: [said], right: own.terms, ...(own.lines && { lines: true }) };
}

function addsUpFunds({ subject: { parent } }: Fact): boolean {
  return parent !== undefined && isAggregate(parent);
}

function isRepeated(fact: Fact): boolean {
  return fact.statements.length === 0 && resolveFact(fact).rule === 'N1201';
}
