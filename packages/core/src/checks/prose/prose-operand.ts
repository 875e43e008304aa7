import type { Operand } from '../../findings/finding.js';
import type { Figure } from '../../number/compare.js';
import { formatDeclared, formatPlain } from '../../number/format.js';
import type { Passage } from '../../prose/passage.js';
import type { Quantity } from '../../prose/quantity.js';
import { labelBefore } from '../../prose/sentence.js';

/** How a quantity is told, where not as it was written. */
interface Reading {
  label?: string;
  figure?: Figure;
  unit?: string;
  decimals?: number;
}

/** What a sentence does not name. */
const nameless = '这个数';

/** A quantity of running text as it takes part in a finding. Its path is what the text calls it. */
export function proseOperand(passage: Passage, quantity: Quantity, reading: Reading = {}): Operand {
  const { start, end } = quantity;
  const { figure, unit, decimals, label } = {
    figure: quantity.figure,
    unit: quantity.unit,
    decimals: quantity.figure.decimals ?? 0,
    label: labelBefore(passage.text, quantity) || nameless,
    ...reading,
  };
  return {
    label,
    path: label,
    value: formatDeclared(figure.value, decimals),
    low: formatPlain(figure.low),
    high: formatPlain(figure.high),
    unit,
    sign: 1,
    derived: false,
    origin: passage.originOf(start, end),
  };
}
