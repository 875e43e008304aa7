import type { Fact, Statement } from '../model/fact.js';
import type { Finding, FindingData } from '../findings/finding.js';
import { statementOperand } from '../findings/operand.js';
import { statedFigure } from '../knowledge/resolved.js';
import { ruleTitle } from '../vocabulary/rules.zh.js';
import { compareSame, type Verdict } from '../number/compare.js';
import { formatPlain } from '../number/format.js';
import { newFinding } from '../findings/new-finding.js';
import type { RuleId } from '../vocabulary/rules.zh.js';

export const statedTwice = 'N1201' satisfies RuleId;

/** N1201: the statements of one fact agree. Told at the first statement that differs from the first one. */
export function sameFinding(fact: Fact): Finding | undefined {
  if (fact.statements.length < 2) return undefined;
  const [first, ...others] = fact.statements.filter(({ state }) => state === 'value' || state === 'none');
  for (const other of others) {
    const verdict = compareSame(statedFigure(other), statedFigure(first!));
    if (verdict.outcome !== 'agree') return contradiction(fact, first!, other, verdict);
  }
  return undefined;
}

function contradiction(fact: Fact, first: Statement, other: Statement, verdict: Verdict): Finding {
  const data: FindingData = {
    kind: 'same',
    title: ruleTitle(statedTwice),
    statements: [other, first].map((statement) => statementOperand(fact, statement)),
    difference: formatPlain(verdict.difference),
    unit: fact.unit,
  };
  return newFinding(statedTwice, other.origin, data, verdict.outcome === 'one-unit' ? 'warning' : undefined);
}
