import type { FactBase } from '../../model/fact-base.js';
import { resolveFact } from '../../knowledge/ask.js';
import { Known } from '../../knowledge/resolved.js';
import type { Finding, Operand } from '../../findings/finding.js';
import { labelOf } from '../../model/label.js';
import { operandOf } from '../../findings/operand.js';
import { ruleTitle } from '../../vocabulary/rules.zh.js';
import type { Decimal } from '../../number/decimal.js';
import { formatPlain } from '../../number/format.js';
import { unitOfPrecision } from '../../number/interval.js';
import { isMoneyUnit } from '../../number/unit.js';
import { commonName } from '../../prose/common-name.js';
import type { Passage } from '../../prose/passage.js';
import type { Quantity } from '../../prose/quantity.js';
import { labelBefore, type Sentence } from '../../prose/sentence.js';
import { statedFacts } from '../stated-facts.js';
import { proseOperand } from './prose-operand.js';
import { newFinding, newMessage } from '../../findings/new-finding.js';

const rule = 'T005';

/** With fewer digits two amounts lie side by side by chance: 0.65 and 0.66. */
const fewestDigits = 4;

/** Of another year, or a plan: such an amount may well be a little different. */
const otherAmount = /预算|计划|合同|中标|上年|去年|同期|年初|累计|结余|结转|增加|减少|增长|下降/;

/** An amount, and what it is called. */
interface Named {
  label: string;
  value: Decimal;
  unit: string;
  operand: () => Operand;
}

interface Typed extends Named {
  passage: Passage;
  quantity: Quantity;
}

/**
 * T005: an amount in running text is one unit of its last place off another of the same name, in the text or in
 * the report: 241.51 万元 and 241.52 万元 of 无线电监管. Silent where the report tells the amount itself: then F007
 * says that it need not have been typed.
 */
export function* twiceFindings(sentences: readonly Sentence[], base: FactBase): Generator<Finding> {
  const typed = sentences.flatMap(typedAmounts);
  if (typed.length === 0) return;
  const facts = factsByValue(base);
  const seen = new Map<string, Typed[]>();
  const told = new Set<string>();
  for (const one of typed) {
    const same = (other: Named) => commonName(one.label, other.label) !== undefined;
    const key = keyOf(one.value, one.unit);
    const bound = facts.get(key)?.find(same);
    const isBound = bound !== undefined;
    if (bound) yield bindable(one, bound);
    const near = neighbours(one).flatMap((neighbour) => [
      ...(facts.get(neighbour) ?? []),
      ...(seen.get(neighbour) ?? []),
    ]);
    const other = isBound ? undefined : near.find(same);
    if (other && !told.has(key)) {
      told.add(key);
      yield finding(one, other);
    }
    // One of a name is enough: an amount that comes back is the same amount.
    if (!isBound && !seen.get(key)?.some(same)) seen.set(key, [...(seen.get(key) ?? []), one]);
  }
}

function typedAmounts({ passage, quantities }: Sentence): Typed[] {
  return quantities.flatMap((quantity) => {
    const { unit, exact, figure, start } = quantity;
    const label = labelBefore(passage.text, quantity);
    const digits = figure.value.toFixed(figure.decimals ?? 0).replace(/^0?\.0*|\./, '').length;
    const isTold = exact && isMoneyUnit(unit) && (figure.decimals ?? 0) >= 2 && digits >= fewestDigits;
    if (!isTold || passage.isComputed(start) || otherAmount.test(label)) return [];
    return [
      { label, value: figure.value, unit, passage, quantity, operand: () => proseOperand(passage, quantity) },
    ];
  });
}

function factsByValue(base: FactBase): Map<string, Named[]> {
  const facts = new Map<string, Named[]>();
  for (const fact of statedFacts(base)) {
    const resolved = resolveFact(fact);
    const label = labelOf(fact);
    if (!(resolved instanceof Known) || !isMoneyUnit(fact.unit) || otherAmount.test(fact.measure)) continue;
    const key = keyOf(resolved.value, fact.unit);
    const one = { label, value: resolved.value, unit: fact.unit, operand: () => operandOf(fact) };
    facts.set(key, [...(facts.get(key) ?? []), one]);
  }
  return facts;
}

function keyOf(value: Decimal, unit: string): string {
  return `${formatPlain(value)} ${unit}`;
}

function neighbours({ value, unit, quantity }: Typed): string[] {
  const step = unitOfPrecision(quantity.figure.decimals ?? 0);
  return [value.minus(step), value.plus(step)].map((one) => keyOf(one, unit));
}

function bindable({ passage, quantity: { start, end } }: Typed, { label, operand }: Named): Finding {
  return newMessage('F007', passage.originOf(start, end), 'bindable', { label, path: operand().path });
}

function finding(one: Typed, other: Named): Finding {
  const { start, end } = one.quantity;
  return newFinding(rule, one.passage.originOf(start, end), {
    kind: 'same',
    title: ruleTitle(rule),
    statements: [one.operand(), other.operand()],
    difference: formatPlain(one.value.minus(other.value)),
    unit: one.unit,
  });
}
