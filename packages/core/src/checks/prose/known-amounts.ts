import { finalAccounts } from '../../vocabulary/measures.js';
import { isCut } from '../../model/as-printed.js';
import type { FactBase } from '../../model/fact-base.js';
import type { Fact } from '../../model/fact.js';
import { resolveFact } from '../../knowledge/ask.js';
import { Known } from '../../knowledge/resolved.js';
import type { Subject } from '../../model/subject.js';
import type { Finding } from '../../findings/finding.js';
import { labelOf, partsCalledAlike } from '../../model/label.js';
import { operandOf } from '../../findings/operand.js';
import { ruleTitle } from '../../vocabulary/rules.zh.js';
import { compareSame } from '../../number/compare.js';
import { formatPlain } from '../../number/format.js';
import { isMoneyUnit } from '../../number/unit.js';
import type { Quantity } from '../../prose/quantity.js';
import { labelBefore, type Sentence } from '../../prose/sentence.js';
import { proseOperand } from './prose-operand.js';
import { fundTable, funds } from '../../vocabulary/funds.js';
import { blocks } from '../../vocabulary/blocks.js';
import { newFinding } from '../../findings/new-finding.js';

const rule = 'T005';

/** What these hold has names of its own: 公务接待费 of a project is not that of the report. */
const otherThings = new Set<string>([
  blocks.projects,
  blocks.units,
  blocks.staff,
  blocks.performance,
  blocks.glossary,
  blocks.carryOver,
]);

/** Names that are too short or too common to mean only one thing. */
const shortest = 4;

/** Before an amount: it is a part, a plan, of another year, or of somebody else. */
const otherAmount =
  /其中|包括|用于|主要|包含|预算|计划|合同|上年|去年|同期|年初|累计|结余|结转|增加|减少|增长|下降|项目|所属|下属|本级/;

/**
 * T005: an amount in running text that bears the full name of one of the report's own, and is not it. The name says
 * whose it is; where the sentence speaks of another year, a part or a plan, nothing is said.
 */
export function* knownAmountFindings(sentences: readonly Sentence[], base: FactBase): Generator<Finding> {
  const facts = namedFacts(base);
  for (const sentence of sentences) {
    const end = endOfPlain(sentence, base);
    for (const quantity of sentence.quantities) {
      if (quantity.start > end) break;
      const fact = isPlain(sentence, quantity, base) && facts.get(nameOf(sentence, quantity, base));
      if (fact && isOfFund(sentence, quantity)) continue;
      const known = fact && resolveFact(fact);
      if (!fact || !(known instanceof Known)) continue;
      const { value, low, high } = known;
      const own = {
        value,
        low,
        high,
        decimals: fact.decimals,
        ...(isCut(base, fact.unit) && { truncated: true as const }),
      };
      const verdict = compareSame(quantity.figure, own);
      if (verdict.outcome !== 'agree')
        yield finding(sentence, quantity, fact, formatPlain(verdict.difference));
    }
  }
}

/** Up to here the sentence speaks of nothing but this year's own amounts. */
function endOfPlain({ passage, start, end }: Sentence, { year }: FactBase): number {
  const text = passage.text.slice(start, end);
  const other = otherAmount.exec(text);
  const otherYear = [...text.matchAll(/(\d{4})\s*年/g)].find(([, told]) => Number(told) !== year);
  const ends = [other, otherYear].flatMap((match) =>
    match ? [start + match.index + match[0].length - 1] : [],
  );
  return Math.min(end, ...ends);
}

function isPlain({ passage }: Sentence, quantity: Quantity, { moneyUnit }: FactBase): boolean {
  return quantity.unit === moneyUnit && quantity.exact && !passage.isComputed(quantity.start);
}

/**
 * 政府性基金预算财政拨款……。本年收入 7.98 万元: of the fund that the paragraph speaks of; 财政拨款收入总计 500 万元，
 * 支出总计 500 万元: of the money that the sentence speaks of.
 */
function isOfFund({ passage: { text }, start }: Sentence, quantity: Quantity): boolean {
  const label = labelBefore(text, quantity);
  if (/^本年(收入|支出)/.test(label)) {
    if (fundTable.some(({ carryOver }) => text.slice(0, start).includes(carryOver))) return true;
  }
  if (!/^(本年)?(收入|支出|收、?支)/.test(label)) return false;
  return moneyOfFunds.test(text.slice(start, quantity.start));
}

const moneyOfFunds = new RegExp([funds.fiscal, ...fundTable.map(({ carryOver }) => carryOver)].join('|'));

/** 某局机关运行经费支出 and 机关运行经费 are one name. */
function nameOf({ passage: { text } }: Sentence, quantity: Quantity, { name, root }: FactBase): string {
  const label = comparable(labelBefore(text, quantity));
  const owners = [name, root.attributes.get('简称')?.value ?? '', '本部门', '本单位', '我局', '全局'];
  const owner = owners.find((one) => one !== '' && label.startsWith(one)) ?? '';
  return label.slice(owner.length);
}

const beforeParts = new RegExp(`·(?=${partsCalledAlike.join('|')})`, 'g');

/** As prose says it: 公务接待费国内, and no 决算 behind it. */
function comparable(label: string): string {
  return label
    .replaceAll(/[\s“”"]/g, '')
    .replaceAll(beforeParts, '')
    .replace(/(支出决算数?|决算数?|支出合计|支出总额|支出|合计|总额|金额)$/, '');
}

function namedFacts(base: FactBase): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  const twice = new Set<string>();
  for (const fact of factsBelow(base.root)) {
    const name = comparable(labelOf(fact));
    if (name.length < shortest || facts.has(name)) twice.add(name);
    facts.set(name, fact);
  }
  for (const name of twice) facts.delete(name);
  return facts;
}

/** The amounts of items, not of lines of the classification. */
function factsBelow(subject: Subject): Fact[] {
  if (subject.code !== undefined || otherThings.has(subject.name)) return [];
  const own = subject.facts.get(finalAccounts);
  const below = [...subject.children.values()].flatMap(factsBelow);
  return own && own.statements.length > 0 && isMoneyUnit(own.unit) ? [own, ...below] : below;
}

function finding({ passage }: Sentence, quantity: Quantity, fact: Fact, difference: string): Finding {
  return newFinding(rule, passage.originOf(quantity.start, quantity.end), {
    kind: 'same',
    title: ruleTitle(rule),
    statements: [proseOperand(passage, quantity), operandOf(fact)],
    difference,
    unit: quantity.unit,
  });
}
