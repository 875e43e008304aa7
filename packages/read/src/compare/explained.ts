import { Decimal, factsOf, isMoneyUnit, parseFigure, resolveFact, Known, roundTo } from '@fiscal/core';
import type { PrintedFigure } from '@fiscal/report';

/** Whether rounding explains that a figure was printed so, where it was computed from others that are rounded, too. */
export function isExplained(own: string, wanted: string, figure: PrintedFigure | undefined): boolean {
  const [a, b] = [parseFigure(own), parseFigure(wanted)];
  if (!a || !b) return false;
  const decimals = Math.min(a.decimalPlaces(), b.decimalPlaces());
  if (roundTo(a, decimals).equals(roundTo(b, decimals))) return true;
  if (!figure) return false;
  const isRate = figure.text.endsWith('%');
  const unit = new Decimal(10).pow(-decimals);
  const allowed = isRate ? spreadOfRate(b, figure) : spreadOfAmount(figure);
  return a.minus(b).abs().lessThanOrEqualTo(allowed.plus(unit));
}

/** Each amount that it was computed from may be half a unit away. */
function spreadOfAmount(figure: PrintedFigure): Decimal {
  if (isStated(figure)) return new Decimal(-1);
  return factsOf(figure).reduce((sum, { decimals }) => sum.plus(halfUnit(decimals)), new Decimal(0));
}

/** A rate on a small amount says little. */
function spreadOfRate(rate: Decimal, figure: PrintedFigure): Decimal {
  let [spread, least] = [new Decimal(0), undefined as Decimal | undefined];
  for (const fact of factsOf(figure)) {
    const known = resolveFact(fact);
    if (!(known instanceof Known) || !isMoneyUnit(fact.unit)) continue;
    spread = spread.plus(halfUnit(fact.decimals));
    const amount = known.value.abs();
    if (!amount.isZero() && (!least || amount.lessThan(least))) least = amount;
  }
  if (!least) return new Decimal(0);
  return spread.dividedBy(least).times(rate.abs().plus(100));
}

/** It is written as it is printed, not computed. */
function isStated({ fact }: PrintedFigure): boolean {
  return fact !== undefined && fact.statements.length > 0;
}

function halfUnit(decimals: number | undefined): Decimal {
  return new Decimal(10).pow(-(decimals ?? 0)).dividedBy(2);
}
