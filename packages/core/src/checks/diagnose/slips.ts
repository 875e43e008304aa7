import type { Known } from '../../knowledge/resolved.js';
import type { SuspectKind } from '../../findings/finding.js';
import { Decimal } from '../../number/decimal.js';
import { formatDeclared } from '../../number/format.js';

/** One way in which a written figure may be wrong, and what is then to be added to it. */
export interface Slip {
  kind: SuspectKind;
  change: Decimal;
}

/** Figures of fewer digits, 2.00 and 0.07 among them, are equal to some difference by chance. */
export const fewestDigits = 3;

/** The ways in which people write a figure wrong that leave a trace, the most telling first. */
export function slipsOf({ value }: Known, decimals: number): Slip[] {
  if (value.isZero()) return [];
  const slip = (kind: SuspectKind, right: Decimal): Slip => ({ kind, change: right.minus(value) });
  return [
    slip('sign', value.neg()),
    ...transposed(value, decimals).map((right) => slip('transposed', right)),
    slip('ten-times', value.div(10)),
    slip('a-tenth', value.times(10)),
    ...(value.precision() < fewestDigits
      ? []
      : [slip('superfluous', new Decimal(0)), slip('twice', value.times(2))]),
  ];
}

/** The figures that it may have been before two neighbouring digits changed places; the point stays. */
function transposed(value: Decimal, decimals: number): Decimal[] {
  const text = formatDeclared(value, decimals);
  const places = [...text].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
  return places.slice(1).flatMap((second, index) => {
    const first = places[index]!;
    if (text[first] === text[second]) return [];
    const digits = [...text];
    [digits[first], digits[second]] = [digits[second]!, digits[first]!];
    // Nobody writes 1.67 as 01.67.
    return /^-?0\d/.test(digits.join('')) ? [] : [new Decimal(digits.join(''))];
  });
}
