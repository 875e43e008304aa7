import type { Fact } from '../model/fact.js';
import { compareGrowth, compareRatio, type Figure, type Verdict } from '../number/compare.js';
import { isRate } from '../vocabulary/measures.js';
import { resolveFact } from './ask.js';
import { type Rate, ratesOf } from './rates.js';
import { Known } from './resolved.js';

/**
 * How a stated percentage compares with the rate that it fits best; undefined when it is no percentage, or what
 * it is computed from is not known.
 */
export function judgedRate(fact: Fact): JudgedRate | undefined {
  if (!isRate(fact.measure)) return undefined;
  const stated = resolveFact(fact);
  if (!(stated instanceof Known) || stated.state !== 'stated') return undefined;
  const judged = ratesOf(fact).flatMap((rate) => judgeRate(rate, stated) ?? []);
  return judged.reduce<JudgedRate | undefined>((a, b) => (a && rank(a) <= rank(b) ? a : b), undefined);
}

export interface JudgedRate {
  rate: Rate;
  verdict: Verdict;
}

function judgeRate(rate: Rate, stated: Known): JudgedRate | undefined {
  const numerator = resolveFact(rate.numerator);
  const denominator = resolveFact(rate.denominator);
  if (!(numerator instanceof Known && denominator instanceof Known)) return undefined;
  return { rate, verdict: compared(rate, stated, numerator, denominator) };
}

function compared(
  { form }: Pick<Rate, 'form'>,
  stated: Figure,
  numerator: Figure,
  denominator: Figure,
): Verdict {
  const verdict = (form === 'growth' ? compareGrowth : compareRatio)(stated, numerator, denominator);
  return isNothingOfNothing(verdict, numerator) ? { ...verdict, outcome: 'agree' } : verdict;
}

/**
 * Whether a stated percentage is right, and of something else than what is asked for: 150% of 年初预算 is no rate of
 * 调整预算. One that fits nothing is wrong whatever it is of, and is told as that.
 */
export function isOfAnother(
  fact: Fact,
  numerator: Figure | undefined,
  denominator: Figure | undefined,
): boolean {
  const judged = judgedRate(fact);
  if (!judged || !isRight(judged.verdict)) return false;
  const stated = resolveFact(fact);
  if (!numerator || !denominator || !(stated instanceof Known)) return true;
  return !isRight(compared(judged.rate, stated, numerator, denominator));
}

function isRight({ outcome }: Verdict): boolean {
  return outcome === 'agree' || outcome === 'explained';
}

/** 0 of a budget of 0, and 0% of it: the forms print that sentence, and nobody is misled. */
function isNothingOfNothing({ outcome, actual }: Verdict, numerator: Figure): boolean {
  return outcome === 'undefined' && actual.isZero() && numerator.value.isZero();
}

/** A share that fits any of the wholes that it may be of is right; else it is told of the first. */
function rank({ verdict }: JudgedRate): number {
  return ['agree', 'explained'].indexOf(verdict.outcome) + 1 || 3;
}
