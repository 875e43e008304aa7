import type { Finding, Operand } from '../../findings/finding.js';
import { ruleTitle } from '../../vocabulary/rules.zh.js';
import { Decimal } from '../../number/decimal.js';
import { compareSum } from '../../number/compare.js';
import { formatPlain } from '../../number/format.js';
import { percent, shiftBetween } from '../../number/unit.js';
import type { Listing } from '../../prose/listing.js';
import { listingsIn } from '../../prose/listing.js';
import { exactly, figureIn, type Quantity, withDecimals } from '../../prose/quantity.js';
import type { Sentence } from '../../prose/sentence.js';
import { proseOperand } from './prose-operand.js';
import { newFinding } from '../../findings/new-finding.js';

const rule = 'T001';
const hundred = exactly({ value: new Decimal(100) });

/** T001: the parts that follow 其中 come to more than their total, or, where all of them are listed, to less. */
export function* listingFindings(sentence: Sentence): Generator<Finding> {
  for (const listing of listingsIn(sentence)) {
    const finding = judge(sentence, listing);
    if (finding) yield finding;
  }
}

function judge(
  { passage }: Sentence,
  { total, alternatives, parts, isComplete }: Listing,
): Finding | undefined {
  const { unit } = total;
  const all = [total, ...parts];
  const decimals = Math.max(...all.map((one) => decimalsIn(one, unit)));
  const read = (one: Quantity) => figureIn(withDecimals(one, precisionOf(one, all)), one.unit, unit);
  const summed = parts.map((part) => ({ figure: read(part), sign: 1 as const }));
  const whole = read(total);
  const verdict = compareSum(whole, summed);
  if (verdict.outcome !== 'differ') return undefined;
  // Less than the total: some parts may just not be worth telling.
  if (verdict.difference.isPositive() && !isComplete) return undefined;
  // Two ways to cut the same total, one after the other.
  if (summed.some((_, end) => end > 1 && compareSum(whole, summed.slice(0, end)).outcome !== 'differ'))
    return undefined;
  // Parts of what the total is compared by: 100 万元，比上年增加 10 万元，其中：人员经费 6 万元、公用经费 4 万元.
  if (alternatives.some((one) => compareSum(read(one), summed).outcome !== 'differ')) return undefined;
  // Shares of the part, not of the whole that the part is a share of.
  if (unit === percent && compareSum(hundred, summed).outcome !== 'differ') return undefined;
  const operand = (one: Quantity): Operand =>
    proseOperand(passage, one, { figure: read(one), unit, decimals });
  return newFinding(rule, passage.originOf(total.start, total.end), {
    kind: 'sum',
    title: ruleTitle(rule),
    total: [operand(total)],
    parts: parts.map(operand),
    expected: formatPlain(verdict.expected),
    actual: formatPlain(verdict.actual),
    difference: formatPlain(verdict.difference),
    tolerance: formatPlain(verdict.tolerance),
    explained: false,
    unit,
    consequences: [],
  });
}

/** Digits after the point that a quantity has in another unit. */
function decimalsIn({ figure, unit }: Quantity, target: string): number {
  return Math.max(0, (figure.decimals ?? 0) + (shiftBetween(unit, target) ?? 0));
}

/** 68万元 beside 74.25万元 has its zeros left out; 2亿元 beside 7800万元 may be rounded. */
function precisionOf({ unit }: Quantity, all: readonly Quantity[]): number {
  return Math.max(...all.filter((one) => one.unit === unit).map(({ figure }) => figure.decimals ?? 0));
}
