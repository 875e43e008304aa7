import type { Fact } from '../model/fact.js';
import type { JudgedRate } from '../knowledge/judged-rates.js';
import type { Rate } from '../knowledge/rates.js';
import { resolveFact } from '../knowledge/ask.js';
import { Known } from '../knowledge/resolved.js';
import type { Finding, FindingData } from '../findings/finding.js';
import { operandOf } from '../findings/operand.js';
import { type RuleId, ruleTitle } from '../vocabulary/rules.zh.js';
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
