import type { Fact } from '../model/fact.js';
import { isRate } from '../vocabulary/measures.js';
import { type Rate, ratesOf } from '../knowledge/rates.js';
import { resolveFact } from '../knowledge/ask.js';
import { Known } from '../knowledge/resolved.js';
import type { Finding, FindingData } from '../findings/finding.js';
import { operandOf } from '../findings/operand.js';
import { type RuleId, ruleTitle } from '../vocabulary/rules.zh.js';
import { compareGrowth, compareRatio, type Verdict } from '../number/compare.js';
import { formatDeclared } from '../number/format.js';
import { newFinding } from '../findings/new-finding.js';

/** Rules of a rate whose base is zero: no rate may be stated. */
const undefinedRates = new Map<Rate['form'], RuleId>([
  ['share', 'R003'],
  ['completion', 'R003'],
  ['growth', 'R006'],
]);

/** R001, R002, R005 (and R003, R006): a stated percentage against what it is computed from. */
export function ratioFinding(fact: Fact, judged: JudgedRate): Finding | undefined {
  return judged.verdict.outcome === 'agree' ? undefined : finding(fact, judged);
}

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
  const compare = rate.form === 'growth' ? compareGrowth : compareRatio;
  const verdict = compare(stated, numerator, denominator);
  return {
    rate,
    verdict: isNothingOfNothing(verdict, numerator) ? { ...verdict, outcome: 'agree' } : verdict,
  };
}

/** 0 of a budget of 0, and 0% of it: the forms print that sentence, and nobody is misled. */
function isNothingOfNothing({ outcome, actual }: Verdict, numerator: Known): boolean {
  return outcome === 'undefined' && actual.isZero() && numerator.value.isZero();
}

/** A share that fits any of the wholes that it may be of is right; else it is told of the first. */
function rank({ verdict }: JudgedRate): number {
  return ['agree', 'explained'].indexOf(verdict.outcome) + 1 || 3;
}

function finding(fact: Fact, { rate, verdict }: JudgedRate): Finding {
  const { outcome, expected, actual } = verdict;
  const decimals = (resolveFact(fact) as Known).decimals ?? fact.decimals;
  const shown = expected.toDecimalPlaces(decimals);
  const undefinedRate = outcome === 'undefined';
  const rule = undefinedRate ? undefinedRates.get(rate.form)! : rate.rule;
  const data: FindingData = {
    kind: 'ratio',
    title: ruleTitle(rate.rule),
    form: rate.form,
    ratio: operandOf(fact),
    numerator: operandOf(rate.numerator),
    denominator: operandOf(rate.denominator),
    expected: formatDeclared(shown, decimals),
    actual: formatDeclared(actual, decimals),
    difference: formatDeclared(actual.minus(shown), decimals),
    explained: outcome === 'explained',
    undefinedRate,
  };
  const { origin } = resolveFact(fact).statement!;
  return newFinding(rule, origin, data, outcome === 'explained' ? 'information' : undefined);
}
