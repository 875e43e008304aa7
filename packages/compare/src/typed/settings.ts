import { convert, Decimal, percent, type Report, roundTo, truncateTo } from '@fiscal/core';
import type { FigureChange, HeaderChange, SaidFigure, SettingEffect, TypedChange } from '../changes.js';

/**
 * Puts figures that are others by a setting of the whole report alone under that setting: one line was typed, not a
 * line for each figure.
 */
export function underSettings(typed: readonly TypedChange[], old: Report, next: Report): TypedChange[] {
  const setting = (...properties: HeaderChange['property'][]) =>
    typed.find((one): one is HeaderChange => one.kind === 'header' && properties.includes(one.property));
  const [unit, digits] = [setting('moneyUnit'), setting('decimals', 'truncates')];
  const digitsOfRates = setting('percentDecimals');
  if (!unit && !digits && !digitsOfRates) return [...typed];
  const [from, to] = [old.base.moneyUnit, next.base.moneyUnit];
  return typed.filter((change) => {
    if (change.kind !== 'figure') return true;
    const isOfMoney = unit !== undefined && change.oldUnit === from && change.unit === to;
    const ofDigits = change.unit === percent ? digitsOfRates : (digits ?? unit);
    const owner = isOfMoney ? unit : change.oldUnit === undefined ? ofDigits : undefined;
    const effect = owner && effectOf(change, isOfMoney);
    if (effect) owner.parts.push({ ...change, effect });
    return !effect;
  });
}

function effectOf({ old, new: next, oldUnit = '', unit }: FigureChange, isOfMoney: boolean) {
  if (!old || !next || old.length !== next.length) return undefined;
  const effects: readonly SettingEffect[] = isOfMoney ? ['converted', 'rescaled'] : ['redigited'];
  return effects.find((effect) =>
    old.every((one, index) => {
      const now = next[index]!;
      if (one.state !== now.state || one.value === undefined || now.value === undefined)
        return one.state === now.state && one.value === now.value;
      const amount = new Decimal(one.value);
      const expected = effect === 'converted' ? convert(amount, oldUnit, unit) : amount;
      return expected !== undefined && isAsWritten(expected, now);
    }),
  );
}

/** An amount, as far as the digits of a figure go. */
function isAsWritten(amount: Decimal, { value, decimals, truncated }: SaidFigure): boolean {
  const written = new Decimal(value!);
  if (written.eq(amount)) return true;
  if (decimals === undefined) return false;
  return written.eq(truncated ? truncateTo(amount, decimals) : roundTo(amount, decimals));
}
