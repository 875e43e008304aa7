import type { Fact } from '../model/fact.js';
import { resolveFact } from '../knowledge/ask.js';
import { Known } from '../knowledge/resolved.js';
import { inUnitOf } from '../knowledge/sum-of-terms.js';
import { Decimal } from '../number/decimal.js';
import { formatDeclared, formatPlain } from '../number/format.js';
import { intervalOf, type Spread } from '../number/spread.js';
import { labelOf } from '../model/label.js';
import type { Operand } from './finding.js';
import type { Statement } from '../model/fact.js';
import { statedFigure } from '../knowledge/resolved.js';

const nothing = new Known('derived', new Decimal(0), new Decimal(0));

/** A fact as it takes part in a finding, in the unit of `target`. */
export function operandOf(fact: Fact, sign: 1 | -1 = 1, target = fact, correction?: Decimal): Operand {
  const resolved = resolveFact(fact);
  const known = resolved instanceof Known ? resolved : nothing;
  const { value, spread } = inUnitOf(target, fact, known);
  const shown = correction ? value.plus(correction) : value;
  return {
    ...described(fact, target.unit),
    label: labelBeside(fact, target),
    ...interval(shown, spread, target.decimals),
    sign,
    derived: known.state === 'derived' || correction !== undefined,
    ...(known.statement && !correction && { origin: known.statement.origin }),
  };
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
