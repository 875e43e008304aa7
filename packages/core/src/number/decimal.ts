import { Decimal as DecimalJs } from 'decimal.js';

/** The one door for numbers: exact to 40 digits, half away from zero. */
export const Decimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP });
export type Decimal = DecimalJs;
