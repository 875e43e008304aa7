import { Decimal } from './decimal.js';

const widths = /[０-９．，－＋％]/g;
const figure = /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;

/** Half-width spelling of a figure: ３，２１３．２８ → 3,213.28; − (U+2212) becomes -. */
export function halfWidth(text: string): string {
  return text.replace(widths, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace('−', '-');
}

/** Reads a figure as an author types it, full-width or half-width, with or without thousands separators. */
export function parseFigure(text: string): Decimal | undefined {
  const plain = halfWidth(text.trim());
  return figure.test(plain) ? new Decimal(plain.replaceAll(',', '')) : undefined;
}
