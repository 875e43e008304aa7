import type { Fact } from '../../model/fact.js';
import { resolveFact, sumOfWay } from '../../knowledge/ask.js';
import { leavesOpen, ofUnits } from '../../knowledge/lacking.js';
import { isComparative, lastYear } from '../../vocabulary/measures.js';
import { Known } from '../../knowledge/resolved.js';
import type { Term, Sum } from '../../model/knowledge.js';
import type { Severity } from '../../vocabulary/severity.js';
import { compareSame, type Figure, type Outcome } from '../../number/compare.js';
import { Decimal } from '../../number/decimal.js';
import { type Allowance, allowanceOf, allows, allowsAtMost, type Spread } from '../../number/spread.js';
import { shiftBetween } from '../../number/unit.js';
import type { Origin } from '../../model/origin.js';
import type { UnreadBlock } from '../unread.js';
import { unwrittenParts } from './unwritten.js';

/** How facts hang together: Σ left = Σ right, one quantity stated twice, or Σ left ≤ Σ right. */
export interface Relation {
  rule: string;
  title: string;
  severity: Severity;
  /** In its author's words what is wrong where it does not hold. */
  saying?: () => string | undefined;
  mode: 'sum' | 'same' | 'at-most';
  left: readonly Term[];
  right: readonly Term[];
  /** Paths that belong to the relation too, of which the report does not speak: none, or not written yet. */
  unspoken?: readonly string[];
  /** The right side are lines of a classification. */
  lines?: boolean;
  /** Without which it cannot be judged at all. */
  missing?: readonly Missing[];
  /** Paths of blocks that the report does not have, where more of the left side may stand. */
  elsewhere?: readonly string[];
  /** Made of a sum of which some parts are not known: those that are, against the whole. */
  bounded?: true;
  /** Severity when the parts are less than the total, where they may be listed in part. */
  shortfall?: Severity;
  /** Place of last resort, when no figure of the left side was written. */
  origin: Origin;
}

/** How far printing may have moved the left and the right side. */
type Spreads = readonly [Decimal | Spread, Decimal | Spread];

const exact = new Decimal(0);

/** A relation whose sides are both known. */
export class Judged {
  private known: Allowance | undefined;

  constructor(
    readonly relation: Relation,
    readonly outcome: Outcome,
    readonly left: Decimal,
    readonly right: Decimal,
    /** Left − right, in `unit`. */
    readonly difference: Decimal,
    readonly unit: string,
    private readonly spreads: Spreads,
  ) {}

  /** Largest difference that rounding or cutting explains, whichever side is more. */
  get tolerance(): Decimal {
    const { least, most } = this.allowance;
    return Decimal.max(least.abs(), most.abs());
  }

  /** The differences between left and right that rounding or cutting explains. */
  get allowance(): Allowance {
    return (this.known ??= allowanceOf(...this.spreads));
  }

  /** With that difference the relation would hold. */
  explains(difference: Decimal): boolean {
    const fits = this.relation.mode === 'at-most' ? allowsAtMost : allows;
    return fits(this.allowance, difference);
  }

  /** The relation once a wrong figure is mended: the left side stays, rounding explains what is left, or not. */
  mended(difference: Decimal, outcome: Outcome = 'explained'): Judged {
    const { relation, left, unit, spreads } = this;
    return new Judged(relation, outcome, left, left.minus(difference), difference, unit, spreads);
  }
}

/** What keeps a relation from being judged: a fact, a path of which the report does not speak, what was not read. */
export type Missing = Fact | string | UnreadBlock;

export type Judgement = Judged | { relation: Relation; missing: readonly Missing[] } | undefined;

export function isJudged(judgement: Judgement): judgement is Judged {
  return judgement instanceof Judged;
}

/** Compares two sides that are both known; undefined when one is not. */
export function compareSides(relation: Relation): Judged | undefined {
  const target = (relation.left[0] ?? relation.right[0])?.fact;
  if (!target) return undefined;
  const [left, right] = [relation.left, relation.right].map((terms) =>
    sumOfWay({ rule: relation.rule, terms }, target),
  );
  if (left?.kind !== 'known' || right?.kind !== 'known') return undefined;
  return compare(relation, left, right, target);
}

/** Compares the two sides; undefined when nothing is known of one, `missing` when something was left open. */
export function judge(relation: Relation): Judgement {
  const target = (relation.left[0] ?? relation.right[0])?.fact;
  if (!target) return undefined;
  if (relation.missing) return { relation, missing: relation.missing };
  const left = leftSide(relation, target);
  const { lines = false } = relation;
  const right = sumOfWay({ rule: relation.rule, terms: relation.right, lines }, target);
  if (left.kind === 'nothing' || right.kind === 'nothing') return besideInapplicable(relation, left, right);
  if (left.kind === 'blocked' && right.kind === 'blocked') return undefined;
  if (left.kind === 'blocked' || right.kind === 'blocked')
    return { relation, missing: openInUnits(relation, missingOf(left, right)) };
  const judged = compare(relation, left, right, target);
  const isTooLittle = judged.outcome === 'differ' && judged.difference.isNegative();
  const elsewhere = isTooLittle ? (relation.elsewhere ?? []) : [];
  const missing =
    judged.outcome === 'differ'
      ? [...missingComparisons(relation), ...unwrittenParts(relation), ...elsewhere]
      : [];
  return missing.length > 0 ? { relation, missing } : judged;
}

/** A whole side that is 不适用 cannot be compared with anything; with nothing it agrees. */
function besideInapplicable(relation: Relation, left: Sum, right: Sum): Judgement {
  const known = left.kind === 'known' ? left : right;
  if (known.kind !== 'known' || known.value.isZero()) return undefined;
  const missing = [left, right].flatMap((sum) => (sum.kind === 'nothing' && sum.inapplicable) || []);
  return missing.length > 0 ? { relation, missing } : undefined;
}

/**
 * What is said not to apply, where something that is at most a part of it is there: 三公经费 不适用 beside 30217, or
 * 机关运行经费 不适用 of a department one unit of which has some.
 */
export function deniedBySide(relation: Relation): { denied: Fact; part: Fact } | undefined {
  const { rule, mode, left, right } = relation;
  const [whole, parts] = mode === 'at-most' ? [right, left] : [left, right];
  const denied = whole.length === 1 ? whole[0]!.fact : undefined;
  const isOfParts = rule === ofUnits || (mode === 'at-most' && parts.length === 1);
  if (!denied || !isOfParts || resolveFact(denied).state !== 'inapplicable') return undefined;
  const part = parts.find(({ sign, fact }) => sign === 1 && resolveFact(fact).value?.greaterThan(0));
  return part && denied.statements.length > 0 ? { denied, part: part.fact } : undefined;
}

/**
 * Figures of last year or of the budget that the author left out: then a sum of the others tells nothing.
 * Where last year's report is at hand, what it does not speak of was none.
 */
function missingComparisons({ left, right }: Relation): Fact[] {
  return [...left, ...right]
    .map(({ fact }) => fact)
    .filter((fact) => isComparative(fact.measure) && resolveFact(fact).state === 'absent')
    .filter(({ measure, subject }) => measure !== lastYear || !subject.base.prior);
}

/** Mostly one stated total, which needs no adding up. */
function leftSide({ rule, left }: Relation, target: Fact): Sum {
  const known = left.length === 1 && left[0]!.sign === 1 ? resolveFact(target) : undefined;
  if (!(known instanceof Known)) return sumOfWay({ rule, terms: left }, target);
  return { kind: 'known', value: known.value, spread: known.spread };
}

type KnownSum = Extract<Sum, { kind: 'known' }>;

function compare(relation: Relation, left: KnownSum, right: KnownSum, target: Fact): Judged {
  const same = relation.mode === 'same' ? statedTwice(relation, target) : undefined;
  const spreads: Spreads = same ? [exact, exact] : [left.spread, right.spread];
  const [a, b] = [left.value, right.value];
  const verdict = same ? compareSame(...same) : compareSums(relation, a.minus(b), spreads);
  return new Judged(relation, verdict.outcome, a, b, verdict.difference, target.unit, spreads);
}

function compareSums(
  { mode }: Relation,
  difference: Decimal,
  spreads: Spreads,
): Pick<Judged, 'outcome' | 'difference'> {
  const holds = mode === 'at-most' ? difference.lte(0) : difference.isZero();
  if (holds) return { outcome: 'agree', difference };
  const fits = mode === 'at-most' ? allowsAtMost : allows;
  return { outcome: fits(allowanceOf(...spreads), difference) ? 'explained' : 'differ', difference };
}

/** Both sides as printed figures, when each is one figure that the author wrote. */
function statedTwice({ left, right }: Relation, target: Fact): [Figure, Figure] | undefined {
  const [a, b] = [onlyFigure(left, target), onlyFigure(right, target)];
  return a && b && [a, b];
}

function onlyFigure([term, ...others]: readonly Term[], target: Fact): Figure | undefined {
  if (!term || term.sign !== 1 || others.length > 0) return undefined;
  const known = resolveFact(term.fact);
  return known instanceof Known && known.state !== 'derived' ? figureIn(target, term.fact, known) : undefined;
}

function figureIn(target: Fact, fact: Fact, known: Known): Figure {
  const shift = shiftBetween(fact.unit, target.unit) ?? 0;
  if (shift === 0) return known;
  const factor = new Decimal(10).pow(-shift);
  return {
    value: known.value.times(factor),
    low: known.low.times(factor),
    high: known.high.times(factor),
    ...(known.decimals !== undefined && { decimals: known.decimals + shift }),
    ...(known.truncated && { truncated: true as const }),
  };
}

function missingOf(...sums: Sum[]): Fact[] {
  return [...new Set(sums.flatMap((sum) => (sum.kind === 'blocked' ? sum.missing : [])))];
}

/** The units that leave it open, where it is their sum that is not known and not what the department writes of it. */
function openInUnits({ rule, left }: Relation, missing: readonly Fact[]): readonly Missing[] {
  const [written] = left.map(({ fact }) => fact).filter((fact) => missing.includes(fact));
  if (rule !== ofUnits || !written || written.statements.length === 0) return missing;
  const open = written.subject.base.units.filter((unit) => leavesOpen(unit, written));
  return open.length > 0 ? open.map(({ name }) => `${written.key}（${name}）`) : missing;
}
