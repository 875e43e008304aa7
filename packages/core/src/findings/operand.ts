import type { Fact } from '../model/fact.js';
import { resolveFact } from '../knowledge/ask.js';
import { Known } from '../knowledge/resolved.js';
import { inUnitOf } from '../knowledge/sum-of-terms.js';
import { Decimal } from '../number/decimal.js';
import { formatDeclared, formatPlain } from '../number/format.js';
import { intervalOf, type Spread } from '../number/spread.js';
import { isMoneyUnit } from '../number/unit.js';
import { labelOf } from '../model/label.js';
import type { Operand } from './finding.js';
import type { Statement } from '../model/fact.js';
import type { Term } from '../model/knowledge.js';
import { statedFigure } from '../knowledge/resolved.js';

const nothing = new Known('derived', new Decimal(0), new Decimal(0));

/** A fact as it takes part in a finding; money in the unit of `target`. */
export function operandOf(fact: Fact, sign: 1 | -1 = 1, target = fact, correction?: Decimal): Operand {
  const resolved = resolveFact(fact);
  const known = resolved instanceof Known ? resolved : nothing;
  const { value, spread } = inUnitOf(target, fact, known);
  const shown = correction ? value.plus(correction) : value;
  return {
    // 21 批次 beside 42 人次: only money is told in one unit.
    ...described(fact, isMoneyUnit(fact.unit) ? target.unit : fact.unit),
    label: labelBeside(fact, target),
    ...interval(shown, spread, target.decimals),
    sign,
    derived: known.state === 'derived' || correction !== undefined,
    ...(known.statement && !correction && { origin: known.statement.origin }),
  };
}

/** The same, with what was written that a derived figure was computed from. */
export function operandWithSources(
  fact: Fact,
  sign: 1 | -1 = 1,
  target = fact,
  correction?: Decimal,
): Operand {
  const operand = operandOf(fact, sign, target, correction);
  if (operand.origin || correction) return operand;
  const sources = writtenTerms(fact).map((term) => operandOf(term.fact, term.sign, target));
  return sources.length > 0 ? { ...operand, sources } : operand;
}

/** What rests on more figures than these is told by its value alone. */
const mostFigures = 2000;

/** Where several ways lead to one figure it is told once. */
function writtenTerms(start: Fact): readonly Term[] {
  const written: Term[] = [];
  const met = new Set<Fact>();
  const open: Term[] = [{ fact: start, sign: 1 }];
  for (let term = open.pop(); term; term = open.pop()) {
    if (met.has(term.fact)) continue;
    met.add(term.fact);
    if (met.size > mostFigures) return [];
    const resolved = resolveFact(term.fact);
    if (!(resolved instanceof Known)) continue;
    if (resolved.statement) written.push(term);
    else open.push(...signedTerms(resolved, term.sign).reverse());
  }
  return written;
}

function signedTerms({ terms = [] }: Known, outer: 1 | -1): Term[] {
  return terms.map(({ fact, sign }) => ({ fact, sign: sign === outer ? 1 : -1 }));
}

/** One of several statements of a fact. */
export function statementOperand(fact: Fact, statement: Statement): Operand {
  const { value, spread } = statedFigure(statement);
  return {
    ...described(fact, fact.unit),
    ...interval(value, spread, fact.decimals),
    sign: 1,
    derived: false,
    origin: statement.origin,
  };
}

/** A figure of another year's report says so: it may bear the same name. */
function labelBeside(fact: Fact, { subject: { base } }: Fact): string {
  const { year } = fact.subject.base;
  return year === base.year ? labelOf(fact) : `${labelOf(fact)}（${year} 年）`;
}

function described(fact: Fact, unit: string): Pick<Operand, 'label' | 'path' | 'unit'> {
  return { label: labelOf(fact), path: fact.key, unit };
}

function interval(
  value: Decimal,
  spread: Decimal | Spread,
  decimals: number,
): Pick<Operand, 'value' | 'low' | 'high'> {
  const { low, high } = intervalOf(value, spread);
  return { value: formatDeclared(value, decimals), low: formatPlain(low), high: formatPlain(high) };
}
