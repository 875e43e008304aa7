import {
  type Decimal,
  reason,
  type Fact,
  type FactBase,
  measureOf,
  type Origin,
  resolveFact,
  subjectAt,
} from '@fiscal/core';
import { factAmount, isKnown } from '../numbers.js';
import { placeOfOperands } from '../requests/figure-sources.js';
import { words } from '../words.zh.js';
import { escapeMarkdown, markdownTable } from './markdown.js';

/** What one unit's report says of a figure that its department adds up. */
export interface UnitShare {
  unit: FactBase;
  fact: Fact;
  place: Origin | undefined;
}

/** The shares of a figure that nobody stated and that the reports of units add up to; none where it is no such sum. */
export function unitShares(fact: Fact): UnitShare[] {
  const { units } = fact.subject.base;
  if (units.length === 0 || fact.statements.length > 0) return [];
  return units.flatMap((unit) => {
    const subject = subjectAt(unit, fact.subject.names);
    const own = subject && measureOf(subject, fact.measure);
    if (!own || !isKnown(resolveFact(own))) return [];
    return [{ unit, fact: own, place: placeOfOperands([own]) }];
  });
}

/** Unit by unit its figure, and what was taken out because the units paid it to each other. */
export function sharesTable(fact: Fact): string {
  const shares = unitShares(fact);
  if (shares.length === 0) return '';
  const rows = shares.map(({ unit, fact: own, place }) => [linked(unit.name, place), amountOf(own)]);
  return markdownTable(words.unitShareHead, [...rows, ...eliminationRows(fact, shares)]);
}

/** Each elimination for what it is; what they come to together where that does not tell the rest. */
function eliminationRows(fact: Fact, shares: readonly UnitShare[]): string[][] {
  const { value } = resolveFact(fact);
  if (fact.subject.base.eliminations.length === 0 || !value) return [];
  const all = shares.map((share) => resolveFact(share.fact).value!);
  const rest = all.reduce((left, each) => left.minus(each), value);
  if (rest.isZero()) return [];
  const told = fact.subject.base.eliminations.flatMap((base) => eliminatedBy(base, fact));
  const isWhole = told.reduce((left, { amount }) => left.plus(amount), rest).isZero();
  if (!isWhole) return [[words.eliminated, takenOut(fact, rest)]];
  return told.map(({ label, amount }) => [label, takenOut(fact, amount.negated())]);
}

function eliminatedBy(base: FactBase, fact: Fact): { label: string; amount: Decimal }[] {
  const subject = subjectAt(base, fact.subject.names);
  const amount = subject && resolveFact(measureOf(subject, fact.measure)).value;
  if (!amount || amount.isZero()) return [];
  const why = base.root.texts.get(reason)?.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '…'));
  const label = why ? `${words.eliminated}：${escapeMarkdown(why.join('').trim())}` : words.eliminated;
  return [{ label, amount }];
}

function takenOut(fact: Fact, amount: Decimal): string {
  const digits = factAmount(fact, amount.abs());
  return amount.isNegative() ? `−${digits}` : `+${digits}`;
}

function amountOf(fact: Fact): string {
  const { value } = resolveFact(fact);
  return value ? factAmount(fact, value) : '';
}

/** The name leads to where the unit says it. */
function linked(name: string, place: Origin | undefined): string {
  const text = escapeMarkdown(name);
  return place ? `[${text}](${place.uri}#L${place.range.start.line + 1})` : text;
}
