import {
  type Decimal,
  type Fact,
  formatDeclared,
  formatThousands,
  isMoneyUnit,
  type Resolved,
} from '@fiscal/core';

/** A value as the report writes it, with its unit: 3,650.36 万元, 90.91%. */
export function amountText(value: Decimal, unit: string, decimals: number): string {
  const shown = Math.max(value.decimalPlaces(), decimals, 0);
  const digits = isMoneyUnit(unit) ? formatThousands(value, Math.min(shown, 6)) : formatDeclared(value, 0);
  return withUnit(digits.replace('-', '−'), unit);
}

/** A value of a fact, exact where it was written, rounded as declared where it was computed by dividing. */
export function factAmount(fact: Fact, value: Decimal): string {
  if (fact.unit === '%') return withUnit(value.toFixed(fact.decimals).replace('-', '−'), '%');
  return amountText(value, fact.unit, isMoneyUnit(fact.unit) ? fact.decimals : 0);
}

/** +437.08 万元. */
export function signedText(value: Decimal, unit: string): string {
  const text = value.toFixed().replace('-', '−');
  return withUnit(value.isPositive() && !value.isZero() ? `+${text}` : text, unit);
}

export function isKnown(resolved: Resolved): resolved is Resolved & { value: Decimal } {
  return resolved.value !== undefined;
}

function withUnit(digits: string, unit: string): string {
  return unit === '%' || unit === '' ? digits + unit : `${digits} ${unit}`;
}
