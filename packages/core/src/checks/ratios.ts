import type { Fact } from '../facts/fact.js';
import { isRate } from '../facts/measures.js';
import { rateOf, type Rate } from '../facts/rates.js';
import { resolveFact } from '../facts/resolve.js';
import { Known } from '../facts/resolved.js';
import type { Finding } from '../findings/finding.js';
import { operandOf } from '../findings/operand.js';
import { ruleTitle } from '../findings/rule-titles.zh.js';
import { compareGrowth, compareRatio, type Verdict } from '../number/compare.js';
import { formatDeclared } from '../number/format.js';

/** Rules of a rate whose base is zero: no rate may be stated. */
const undefinedRates = new Map([
  ['share', 'R003'],
  ['completion', 'R003'],
  ['growth', 'R006'],
]);

/** R001, R002, R005 (and R003, R006): a stated percentage against what it is computed from. */
export function ratioFinding(fact: Fact): Finding | undefined {
  const verdict = rateVerdict(fact);
  return !verdict || verdict.outcome === 'agree' ? undefined : finding(fact, rateOf(fact)!, verdict);
}

/** How a stated percentage compares; undefined when it is none, or what it is computed from is not known. */
export function rateVerdict(fact: Fact): Verdict | undefined {
  if (!isRate(fact.measure)) return undefined;
  const rate = rateOf(fact);
  const stated = resolveFact(fact);
  if (!rate || !(stated instanceof Known) || stated.state !== 'stated') return undefined;
  const numerator = resolveFact(rate.numerator);
  const denominator = resolveFact(rate.denominator);
  if (!(numerator instanceof Known && denominator instanceof Known)) return undefined;
  const compare = rate.form === 'growth' ? compareGrowth : compareRatio;
  return compare(stated, numerator, denominator);
}

function finding(fact: Fact, rate: Rate, { outcome, expected, actual }: Verdict): Finding {
  const shown = expected.toDecimalPlaces(fact.decimals);
  const undefinedRate = outcome === 'undefined';
  const rule = undefinedRate ? undefinedRates.get(rate.form)! : rate.rule;
  return {
    rule,
    severity: outcome === 'explained' ? 'information' : 'error',
    origin: resolveFact(fact).statement!.origin,
    data: {
      kind: 'ratio',
      title: ruleTitle(rate.rule),
      form: rate.form,
      ratio: operandOf(fact),
      numerator: operandOf(rate.numerator),
      denominator: operandOf(rate.denominator),
      expected: formatDeclared(shown, fact.decimals),
      actual: formatDeclared(actual, fact.decimals),
      difference: formatDeclared(actual.minus(shown), fact.decimals),
      explained: outcome === 'explained',
      undefinedRate,
    },
  };
}
