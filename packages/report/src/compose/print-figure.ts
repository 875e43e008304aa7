import {
  Decimal,
  type FigureValue,
  formatFixed,
  formatPlain,
  formatThousands,
  isCut,
  isMoneyUnit,
  truncateTo,
} from '@fiscal/core';
import type { Decimals, FigureSettings, Settings } from './settings.js';

export type Place = 'text' | 'table';

const percent = '%';
const zero = new Decimal(0);

/** A figure as the template prints it in text or in a table; a percentage with its sign, money without its unit. */
export function printFigure(figure: FigureValue, settings: Settings, place: Place): string {
  const figures = settings[place];
  if (isLeftOpen(figure)) return settings.unfilled;
  switch (figure.state) {
    case 'known':
      return printValue(cutMoney(figure, settings, place), figures);
    case 'none':
      return settings.none ?? printValue(figure, figures);
    case 'absent':
      return figures.absent ?? printDigits(figure, zero, figures);
    case 'inapplicable':
      return settings.inapplicable;
    case 'undefined':
      if (figure.isGrowth && settings.undefinedGrowth !== undefined) return settings.undefinedGrowth;
      return settings.undefinedRate ?? printDigits(figure, zero, figures);
    case 'unfilled':
    case 'blocked':
      return settings.unfilled;
  }
}

/** Where the report cuts its amounts, what is computed is cut too, so that it is printed as the others are. */
function cutMoney(figure: FigureValue, settings: Settings, place: Place): FigureValue {
  const { value, unit } = figure;
  if (!value || !isCut(settings, unit)) return figure;
  const wanted = figure.format?.decimals;
  // First as the report has it: how many zeros there are to leave out shows only then.
  const cut = truncateTo(value, Math.max(wanted ?? 0, figure.decimals ?? value.decimalPlaces()));
  const decimals = wanted ?? figureDecimals(figure, cut, true, settings[place]);
  return { ...figure, value: truncateTo(cut, decimals) };
}

/** The author left it open, or nobody can know it for want of what he left open or out. */
export function isLeftOpen({ state, lacking }: FigureValue): boolean {
  return state === 'unfilled' || state === 'blocked' || lacking?.isAllowed === false;
}

/** A filter that asks for digits gets them, of a zero too. */
function printValue(figure: FigureValue, settings: FigureSettings): string {
  const { value = zero } = figure;
  if (value.isZero() && settings.zero !== undefined && !figure.format) return settings.zero;
  return printDigits(figure, value, settings);
}

function printDigits(figure: FigureValue, value: Decimal, settings: FigureSettings): string {
  const { unit, format } = figure;
  const isMoney = isMoneyUnit(unit);
  const decimals = format?.decimals ?? figureDecimals(figure, value, isMoney, settings);
  const thousands = format?.thousands ?? (isMoney && settings.thousands);
  const digits = thousands ? formatThousands(value, decimals) : formatFixed(value, decimals);
  return unit === percent || format?.unit ? digits + unit : digits;
}

/** Settings speak of money; percentages have their own decimals, counts are printed as they are. */
function figureDecimals(
  figure: FigureValue,
  value: Decimal,
  isMoney: boolean,
  settings: FigureSettings,
): number {
  const declared = figure.decimals ?? value.decimalPlaces();
  if (settings.shortZero && value.isZero()) return 0;
  if (figure.unit === percent) return settings.shortRates ? trimmedDecimals(value, declared) : declared;
  return isMoney ? moneyDecimals(value, declared, settings.decimals) : trimmedDecimals(value, declared);
}

function moneyDecimals(value: Decimal, declared: number, decimals: Decimals): number {
  if (decimals === 'declared') return declared;
  return decimals === 'trimmed' ? trimmedDecimals(value, declared) : decimals;
}

/** Digits that are left when the value is rounded and trailing zeros are cut. */
function trimmedDecimals(value: Decimal, declared: number): number {
  return new Decimal(formatPlain(value.toDecimalPlaces(declared))).decimalPlaces();
}
