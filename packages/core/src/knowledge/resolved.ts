import type { Figure } from '../number/compare.js';
import { Decimal } from '../number/decimal.js';
import { roundingRadius } from '../number/interval.js';
import { highEnd, lowEnd, type Spread, spreadValue, truncationSpread } from '../number/spread.js';
import type { Fact, Statement } from '../model/fact.js';
import type { Resolved, Term } from '../model/knowledge.js';

/** A resolved fact with a value. */
export class Known implements Resolved, Figure {
  readonly decimals?: number;
  readonly truncated?: true;

  constructor(
    readonly state: 'stated' | 'derived' | 'none',
    readonly value: Decimal,
    /** How far rounding may have moved the value. */
    readonly spread: Decimal | Spread,
    readonly statement?: Statement,
    readonly terms?: readonly Term[],
    readonly rule?: string,
  ) {
    if (statement?.decimals !== undefined) this.decimals = statement.decimals;
    if (statement?.truncated) this.truncated = true;
  }

  /** Half the width of the interval. */
  get radius(): Decimal {
    return spreadValue(this.spread);
  }

  get low(): Decimal {
    return lowEnd(this.value, this.spread);
  }

  get high(): Decimal {
    return highEnd(this.value, this.spread);
  }
}

const zero = new Decimal(0);

export const absent: Resolved = { state: 'absent' };

/** What the author's own statements say of a fact; undefined when there are none. */
export function resolveStatements(fact: Fact): Resolved | undefined {
  const statement = mostPrecise(fact.statements);
  if (!statement) return undefined;
  if (statement.state === 'value') return statedFigure(statement);
  if (statement.state === 'none') return new Known('none', zero, zero, statement);
  const { state } = statement;
  return state === 'unfilled' ? { state, statement, missing: [fact] } : { state, statement };
}

export function statedFigure(statement: Statement): Known {
  const { value = zero, decimals, truncated } = statement;
  const wasCut = truncated && decimals !== undefined;
  const spread = wasCut ? truncationSpread(value, decimals) : roundingRadius(decimals);
  return new Known('stated', value, spread, statement);
}

/** An exact statement before a rounded one, more decimals before fewer, the first before later ones. */
function mostPrecise(statements: readonly Statement[]): Statement | undefined {
  if (statements.length < 2) return statements[0];
  const values = statements.filter(({ state }) => state === 'value');
  const precision = ({ decimals }: Statement) => decimals ?? Infinity;
  return (
    values.reduce<Statement | undefined>(
      (best, next) => (best && precision(best) >= precision(next) ? best : next),
      undefined,
    ) ?? statements[0]
  );
}
