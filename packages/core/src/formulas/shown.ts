import { isCut } from '../model/as-printed.js';
import { roundTo, truncateTo } from '../number/compare.js';
import { isMoneyUnit } from '../number/unit.js';
import type { FigureValue } from './evaluated.js';
import type { Scope } from './scope.js';

/**
 * The amounts that a reader sees: what is said of two figures in print (more, alike, by so many per cent) holds of those
 * that are printed, not of digits behind them that nobody sees: 0.004 and 0.003 are both 0.00.
 */
export function asShown(figures: readonly FigureValue[], scope: Scope): readonly FigureValue[] {
  const isOfMoney = figures.every(({ unit }) => isMoneyUnit(unit));
  return scope.asReaders && isOfMoney ? figures.map((figure) => shown(figure, scope)) : figures;
}

function shown(figure: FigureValue, { base }: Scope): FigureValue {
  const { value, unit, decimals } = figure;
  if (!value || decimals === undefined || value.decimalPlaces() <= decimals) return figure;
  return { ...figure, value: (isCut(base, unit) ? truncateTo : roundTo)(value, decimals) };
}
