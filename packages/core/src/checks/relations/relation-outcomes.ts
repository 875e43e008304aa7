import type { Fact } from '../../model/fact.js';
import { resolveFact } from '../../knowledge/ask.js';
import { Known } from '../../knowledge/resolved.js';
import type { MissingPart, Operand } from '../../findings/finding.js';
import { operandOf } from '../../findings/operand.js';
import { ruleTitle } from '../../vocabulary/rules.zh.js';
import { formatPlain } from '../../number/format.js';
import { percent } from '../../number/unit.js';
import type { Origin } from '../../model/origin.js';
import { leavesOf } from '../diagnose/leaves.js';
import { missingPart } from '../not-checked.js';
import { cutAllowance } from './relation-finding.js';
import type { JudgedPercentage, JudgedRelation, Judgements } from './judgements.js';
import { isJudged, type Judgement, type Relation } from './relation.js';
import { firstOrigin } from '../stated-facts.js';

/** A relation between facts of a report, with what comes of comparing its sides. */
export interface RelationOutcome {
  /** The facts that it rests on, also through what was computed from them. */
  facts: readonly Fact[];
  describe(): RelationDescription;
}

/** A relation as data, ready to be shown. */
export interface RelationDescription {
  rule: string;
  title: string;
  mode: 'sum' | 'same' | 'at-most' | 'ratio';
  left: Operand[];
  /** Of a ratio the numerator and the denominator. */
  right: Operand[];
  outcome: 'agree' | 'explained' | 'differ' | 'blocked';
  /** Left − right, exact; '' when blocked. */
  difference: string;
  /** Largest difference that rounding explains; '' when blocked. */
  tolerance: string;
  /** Ends of the differences that are explained, where figures were cut and the two are not alike. */
  allowance?: { least: string; most: string };
  unit: string;
  /** What was left open. */
  missing: MissingPart[];
  origin: Origin;
}

/** Every relation of a report of which both sides are known, or would be if nothing had been left open. */
export function relationOutcomes({ relations, rates }: Judgements): RelationOutcome[] {
  return [...relations.flatMap(outcomeOf), ...rates.map(rateOutcome)];
}

function outcomeOf({ relation, judgement }: JudgedRelation): RelationOutcome[] {
  if (!judgement) return [];
  const facts = factsIn(relation, judgement);
  return facts.length > 0 ? [{ facts, describe: () => describe(relation, judgement) }] : [];
}

/** What the author wrote that the relation rests on; nothing when one side was only computed from the other. */
function factsIn(relation: Relation, judgement: NonNullable<Judgement>): Fact[] {
  if (!isJudged(judgement)) return [...relation.left, ...relation.right].map(({ fact }) => fact);
  return [...leavesOf(judgement)].flatMap(([fact, coefficient]) => (coefficient.isZero() ? [] : [fact]));
}

function describe(relation: Relation, judgement: NonNullable<Judgement>): RelationDescription {
  const target = (relation.left[0] ?? relation.right[0])!.fact;
  const operands = (terms: Relation['left']) =>
    terms
      .filter(({ fact }) => resolveFact(fact) instanceof Known)
      .map(({ fact, sign }) => operandOf(fact, sign, target));
  const { rule, title, mode, origin } = relation;
  const sides = { left: operands(relation.left), right: operands(relation.right) };
  return { rule, title, mode, ...sides, ...resultOf(judgement, origin), unit: target.unit, origin };
}

function resultOf(
  judgement: NonNullable<Judgement>,
  origin: Origin,
): Pick<RelationDescription, 'outcome' | 'difference' | 'tolerance' | 'allowance' | 'missing'> {
  if (!isJudged(judgement))
    return {
      outcome: 'blocked',
      difference: '',
      tolerance: '',
      missing: judgement.missing.map((missing) => missingPart(missing, origin)),
    };
  const { outcome, difference, tolerance } = judgement;
  return {
    outcome: outcome === 'agree' || outcome === 'explained' ? outcome : 'differ',
    difference: formatPlain(difference),
    tolerance: formatPlain(tolerance),
    ...cutAllowance(judgement.allowance),
    missing: [],
  };
}

function rateOutcome({ fact, judged }: JudgedPercentage): RelationOutcome {
  const { rate } = judged;
  const { outcome, difference, tolerance } = judged.verdict;
  const describeRate = (): RelationDescription => ({
    rule: rate.rule,
    title: ruleTitle(rate.rule),
    mode: 'ratio',
    left: [operandOf(fact)],
    right: [operandOf(rate.numerator), operandOf(rate.denominator)],
    outcome: outcome === 'agree' || outcome === 'explained' ? outcome : 'differ',
    difference: formatPlain(difference),
    tolerance: formatPlain(tolerance),
    unit: percent,
    missing: [],
    origin: firstOrigin(fact),
  });
  return { facts: [fact, rate.numerator, rate.denominator], describe: describeRate };
}
