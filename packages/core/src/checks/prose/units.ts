import type { Finding } from '../../findings/finding.js';
import { Decimal } from '../../number/decimal.js';
import { isMoneyUnit } from '../../number/unit.js';
import type { Quantity } from '../../prose/quantity.js';
import { labelBefore, type Sentence } from '../../prose/sentence.js';
import { newMessage } from '../../findings/new-finding.js';

/** A price, a standard, an amount for each is told in 元 among amounts in 万元. */
const perUnit = /每|人均|单价|标准|均价|户均|日均|票价|单笔|最高|最低|限额|起$/;

/** As many amounts in 万元 on the same list make one in 元 stand out. */
const fewest = 3;

const largest = new Decimal(10000);

/** T004: one amount of a list in 元, all the others in 万元. */
export function* unitFindings({ passage, quantities }: Sentence): Generator<Finding> {
  const { text } = passage;
  const money = quantities.filter(({ unit }) => isMoneyUnit(unit));
  const odd = money.filter(({ unit }) => unit === '元');
  const [one] = odd;
  if (!one || odd.length > 1 || money.length - 1 < fewest) return;
  if (money.some(({ unit }) => unit !== '元' && unit !== '万元')) return;
  const index = money.indexOf(one);
  const label = labelBefore(text, one);
  if (
    !isListed(text, money, index) ||
    perUnit.test(label) ||
    perUnit.test(text.slice(one.after, one.after + 4))
  )
    return;
  if (one.figure.value.gte(largest) || !hasCents(one)) return;
  const amount = text.slice(one.start, one.after).replaceAll(/\s/g, '');
  yield newMessage('T004', passage.originOf(one.start, one.after), 'odd-unit', { label, amount });
}

/** Whole 元 are often meant; 188.26元 beside 1.2万元 is a line of the same table. */
function hasCents({ figure }: Quantity): boolean {
  return (figure.decimals ?? 0) > 0;
}

/** It stands between two marks of the list, as the items beside it do. */
function isListed(text: string, money: readonly Quantity[], index: number): boolean {
  const one = money[index]!;
  const [before, next] = [money[index - 1], money[index + 1]];
  const marks = (from: Quantity, to: Quantity) => /^[，,、；;]/.test(text.slice(from.after, to.start));
  return (!before || marks(before, one)) && (!next || marks(one, next)) && Boolean(before ?? next);
}
