import {
  expressionText,
  type Fact,
  factsOf,
  labelOf,
  type Origin,
  type Provenance,
  resolveFact,
  type Term,
} from '@fiscal/core';
import { factAmount, isKnown } from '../numbers.js';
import { words } from '../words.zh.js';

/** More than these are counted, not listed. */
const mostListed = 8;

/** What a printed figure was computed from, by an expression or as the report's own figures follow from each other. */
export function operandsOf(figure: Provenance): readonly Fact[] {
  const { fact } = figure;
  if (!fact) return factsOf(figure);
  return fact.statements.length > 0 ? [] : termsOf(fact).map((term) => term.fact);
}

/** Where the first of them stands of which somebody wrote, or that is named anywhere. */
export function placeOfOperands(operands: readonly Fact[]): Origin | undefined {
  for (const operand of operands) {
    const place = placeOfFact(operand);
    if (place) return place;
  }
  return undefined;
}

/** Where a fact is stated, else what it is computed from, else where its subject is named. */
function placeOfFact(fact: Fact, from: ReadonlySet<Fact> = new Set()): Origin | undefined {
  const [statement] = fact.statements;
  if (statement) return statement.origin;
  const further = from.has(fact) ? [] : termsOf(fact);
  for (const term of further) {
    const place = placeOfFact(term.fact, new Set([...from, fact]));
    if (place) return place;
  }
  return fact.subject.origin;
}

function termsOf(fact: Fact): readonly Term[] {
  return resolveFact(fact).terms ?? [];
}

/**
 * Line by line the expression, and each figure that was computed from with its value; none for what was written, or
 * is what was written elsewhere.
 */
export function sourcesText({ expression }: Provenance, operands: readonly Fact[]): string[] {
  if (operands.length < (expression ? 1 : 2)) return [];
  const formula = expression ? `：${expressionText(expression)}` : '';
  const listed = operands.slice(0, mostListed).map((fact) => `${labelOf(fact)} ${amountOf(fact)}`);
  const further = operands.length > mostListed ? [words.operandsInAll(operands.length)] : [];
  return [words.computedFrom + formula, ...listed, ...further];
}

function amountOf(fact: Fact): string {
  const resolved = resolveFact(fact);
  return isKnown(resolved) ? factAmount(fact, resolved.value) : words.states[resolved.state];
}
