import { Decimal } from '../number/decimal.js';
import { shiftBetween } from '../number/unit.js';
import type { Fact } from '../model/fact.js';
import { finalAccounts, isComparative } from '../vocabulary/measures.js';
import { Known } from './resolved.js';
import { scaledSpread, Spread } from '../number/spread.js';
import type { Resolved, Sum, Term, Way } from '../model/knowledge.js';

/**
 * Adds up a way's terms in the unit of `target`. A part of which nothing is said, or that is 不适用, counts as
 * nothing (0) when another one is known. A part that is open, 未填 or listed without a figure, blocks, and so does one
 * of which `lacks` says that nobody can know it. What `wasNone` last year is 0, and may be compared with, as is what
 * `isNone` of the year.
 */
export function sumOfTerms(
  way: Way,
  target: Fact,
  resolve: (fact: Fact) => Resolved,
  isOpen: (fact: Fact) => boolean,
  lacks: (fact: Fact) => boolean,
  nothing: { isAsked: boolean; isNone(fact: Fact): boolean; wasNone(fact: Fact): boolean },
): Sum {
  const sum = new RunningSum(target);
  for (const term of way.terms) {
    const part = resolve(term.fact);
    if (part instanceof Known) sum.add(term, part);
    else if (part.state === 'inapplicable') sum.addNothing(term, [term.fact]);
    else if (part.inapplicable) sum.addNothing(term, part.inapplicable);
    else if (part.missing) sum.missing = [...(sum.missing ?? []), ...part.missing];
    else if (part.state === 'absent' && lacks(term.fact)) (sum.missing ??= []).push(term.fact);
    else if (part.state === 'absent' && mayBeOpen(term, way) && isOpen(term.fact)) {
      // An amount that is not split may be all 项目 though no line says so; what is not compared was nothing nowhere.
      if (nothing.isAsked && isSide(term.fact)) (sum.missing ??= []).push(term.fact);
      else (sum.unknown ??= []).push(term.fact);
    } else if (part.state === 'absent' && nothing.wasNone(term.fact)) sum.addNone(term);
    else if (part.state === 'absent' && nothing.isNone(term.fact)) sum.addZero(term);
  }
  return sum.result(way.terms);
}

/** Lines may be listed without all their figures, and anything may lack a figure to compare it with. */
function mayBeOpen({ fact }: Term, { lines = false }: Way): boolean {
  return lines || isComparative(fact.measure);
}

/** 基本, 项目 of a line, or a source of its income. */
function isSide({ measure }: Fact): boolean {
  return measure !== finalAccounts && !isComparative(measure);
}

const nothingKnown: Sum = { kind: 'nothing' };
const zero = new Decimal(0);
const minusOne = new Decimal(-1);

class RunningSum {
  /** Left open by the author. */
  missing: Fact[] | undefined;
  /** Lines without the figure; they matter only when others have it. */
  unknown: Fact[] | undefined;
  private inapplicable: Fact[] | undefined;
  private value: Decimal | undefined;
  private spread: Decimal | Spread | undefined;
  private isOwnSpread = false;
  private hasPlus = false;
  private hasMinus = false;

  constructor(private readonly target: Fact) {}

  add({ fact, sign }: Term, part: Known): void {
    const { value, spread } = fact.unit === this.target.unit ? part : inUnitOf(this.target, fact, part);
    if (sign === 1) this.hasPlus = true;
    else this.hasMinus = true;
    this.widen(spread, sign);
    if (this.value === undefined) this.value = sign === 1 ? value : value.neg();
    else this.value = sign === 1 ? this.value.plus(value) : this.value.minus(value);
  }

  /** What does not arise takes nothing from a sum, and leaves nothing open. */
  addNothing({ sign }: Term, facts: readonly Fact[]): void {
    if (sign === -1) this.hasMinus = true;
    this.inapplicable = [...(this.inapplicable ?? []), ...facts];
  }

  /** It is 0 although nobody wrote so, and others may be taken from it. */
  addZero({ fact, sign }: Term): void {
    this.add({ fact, sign }, new Known('none', zero, zero));
  }

  addNone({ sign }: Term): void {
    if (sign === -1) this.hasMinus = true;
  }

  result(terms: readonly Term[]): Sum {
    const isKnown = this.hasPlus && (this.hasMinus || terms.every(({ sign }) => sign === 1));
    const missing = isKnown ? [...(this.missing ?? []), ...(this.unknown ?? [])] : (this.missing ?? []);
    if (missing.length > 0) return { kind: 'blocked', missing };
    if (isKnown) return { kind: 'known', value: this.value!, spread: this.spread! };
    return this.inapplicable ? { kind: 'nothing', inapplicable: this.inapplicable } : nothingKnown;
  }

  private widen(spread: Decimal | Spread, sign: 1 | -1): void {
    if (this.spread === undefined) this.spread = sign === 1 ? spread : scaledSpread(spread, minusOne);
    else if (this.isOwnSpread) (this.spread as Spread).add(spread, sign);
    else {
      this.spread = Spread.of(this.spread, spread, sign);
      this.isOwnSpread = true;
    }
  }
}

/** Value and spread of a part in the unit of another fact; unlike units are added as they stand. */
export function inUnitOf(
  target: Fact,
  fact: Fact,
  part: Known,
): { value: Decimal; spread: Decimal | Spread } {
  const shift = shiftBetween(fact.unit, target.unit) ?? 0;
  if (shift === 0) return part;
  const factor = new Decimal(10).pow(-shift);
  return { value: part.value.times(factor), spread: scaledSpread(part.spread, factor) };
}
