import {
  completion,
  Decimal,
  type Fact,
  finalAccounts,
  formatPlain,
  growth,
  initialBudget,
  isCut,
  isMoneyUnit,
  labelOf,
  lastYear,
  type Measure,
  measureOf,
  type Operand,
  type RelationDescription,
  resolveFact,
  type Resolved,
  settleFact,
  share,
} from '@fiscal/core';
import { factAmount, isKnown, signedText } from '../numbers.js';
import type { Examination } from '../workspace/examinations.js';
import { words } from '../words.zh.js';
import { sharesTable } from './unit-shares.js';
import { escapeMarkdown, markdownTable, paragraphs } from './markdown.js';

/** More operands than this are counted, not listed. */
const shownOperands = 8;

/** A figure: its value and where it comes from, its rates, and every relation it takes part in. */
export function figureHover(fact: Fact, examination: Examination): string {
  const resolved = settleFact(fact);
  const relations = examination.relations.of(fact).map((relation) => relation.describe());
  return paragraphs(
    `**${escapeMarkdown(labelOf(fact))}**　${valueText(fact, resolved)}`,
    rangeText(fact, resolved),
    ratesText(fact),
    sharesTable(fact),
    relations.length === 0 ? '' : relationTable(relations),
  );
}

/** 3,650.36 万元（写明）, 未填. */
export function valueText(fact: Fact, resolved: Resolved): string {
  const state = words.states[resolved.state];
  return isKnown(resolved) ? `${factAmount(fact, resolved.value)}（${state}）` : state;
}

/** What a rounded figure stands for; an exact one stands for itself. */
function rangeText({ unit, subject: { base } }: Fact, { low, high }: Resolved): string {
  if (!low || !high || low.eq(high)) return '';
  return (isCut(base, unit) ? words.wasCutFrom : words.standsFor)(formatPlain(low), formatPlain(high));
}

/** What is told of a figure of each measure. */
const ratesOf: Record<Measure, readonly Measure[]> = {
  [finalAccounts]: [share, growth, completion],
  [lastYear]: [growth],
  [initialBudget]: [completion],
};

function ratesText(fact: Fact): string {
  if (!isMoneyUnit(fact.unit)) return '';
  const rates = (ratesOf[fact.measure] ?? []).flatMap((measure) => {
    const rate = measureOf(fact.subject, measure);
    const resolved = resolveFact(rate);
    return isKnown(resolved) ? [`${measure} ${factAmount(rate, resolved.value)}`] : [];
  });
  return rates.join('，');
}

function relationTable(relations: readonly RelationDescription[]): string {
  return markdownTable(words.relationHead, relations.map(relationRow));
}

function relationRow(relation: RelationDescription): string[] {
  const { rule, title, difference, unit } = relation;
  return [
    `${escapeMarkdown(rule)} ${escapeMarkdown(title)}`,
    formula(relation),
    difference === '' ? '' : signedText(new Decimal(difference), unit),
    outcomeText(relation),
  ];
}

/** 收入总计 3650.36 = 一般公共预算财政拨款收入 3213.28 + 年初结转和结余 437.09 */
function formula({ mode, left, right, missing }: RelationDescription): string {
  if (mode === 'ratio') {
    const [top, bottom] = right.map(operandText);
    return `${left.map(operandText).join('')} = ${top} ÷ ${bottom}`;
  }
  const open = missing.slice(0, shownOperands).map(({ label }) => words.openOperand(escapeMarkdown(label)));
  const terms = [side(right), ...open].filter((term) => term !== '');
  return `${side(left)} ${words.signs[mode]} ${terms.join(' + ')}`;
}

function side(operands: readonly Operand[]): string {
  const shown = operands.slice(0, operands.length > shownOperands ? shownOperands - 1 : shownOperands);
  const terms = shown.map((operand, index) => {
    const sign = operand.sign === -1 ? '− ' : index > 0 ? '+ ' : '';
    return sign + operandText(operand);
  });
  return shown.length < operands.length
    ? `${terms.join(' ')} + … ${words.inAll(operands.length)}`
    : terms.join(' ');
}

function operandText({ label, value, derived }: Operand): string {
  return `${escapeMarkdown(label)} ${value.replace('-', '−')}${derived ? words.derivedMark : ''}`;
}

function outcomeText(description: RelationDescription): string {
  const { outcome, tolerance, missing } = description;
  switch (outcome) {
    case 'agree':
      return words.agrees;
    case 'explained':
      return words.explained(description.allowance ? roomText(description) : `±${tolerance}`);
    case 'differ':
      return /^0?$/.test(tolerance) ? words.differsExactly : words.differs(roomText(description));
    case 'blocked':
      return words.notChecked(missing.length);
  }
}

/** How much printing explains. */
function roomText({ tolerance, allowance }: RelationDescription): string {
  return allowance ? words.between(signed(allowance.least), signed(allowance.most)) : words.within(tolerance);
}

function signed(value: string): string {
  return value.startsWith('-') ? value.replace('-', '−') : `+${value}`;
}
