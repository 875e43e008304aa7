import {
  Decimal,
  type Fact,
  factAt,
  type FactBase,
  type Finding,
  formatFixed,
  labelOf,
  newMessage,
  pathText,
  resolveFact,
} from '@fiscal/core';
import { canonicalPath } from '../place/source-places.js';
import { readable, spelled } from '../published/readable.js';
import type { ClaimStatement } from '../reading/reading.js';
import type { Comparison } from './comparison.js';
import { isSuspect } from './found.js';

/** What words say of two figures and the figures do not: 小于 of equal amounts, 持平 beside a difference. */
export function compareClaims(
  claims: readonly ClaimStatement[],
  base: FactBase,
  comparison: Pick<Comparison, 'originOf' | 'suspects' | 'corrections' | 'textAt'>,
): Finding[] {
  return claims.flatMap((claim): Finding[] => {
    const [own, ...others] = [claim.path, ...claim.among].map((path) =>
      factAt(base, pathText(canonicalPath(path))),
    );
    const other = others.find((one) => one && resolveFact(one).value !== undefined);
    if (!own || (others.length > 0 && !other)) return [];
    const facts = other ? [own, other] : [own];
    const [value, compared] = [resolveFact(own).value, other ? resolveFact(other).value : new Decimal(0)];
    if (!value || !compared || isSuspect(facts, comparison.suspects)) return [];
    if (!isContradicted(claim, value, compared)) return [];
    // A sum that fails says what the figure must be, and that is what the words say of it.
    const corrected = (fact: Fact | undefined) => (fact && comparison.corrections.get(fact.key)) ?? [];
    const isExplained =
      corrected(own).some((one) => !isContradicted(claim, one, compared)) ||
      corrected(other).some((one) => !isContradicted(claim, value, one));
    if (isExplained) return [];
    const parameters = {
      found: spelled(claim.words),
      label: labelOf(own),
      value: printed(own, value),
      ...(other && { other: labelOf(other), compared: printed(other, compared) }),
    };
    const code = other ? 'contrary-claim' : 'contrary-to-nothing';
    return [newMessage('L011', originOf(claim, comparison), code, parameters)];
  });
}

function isContradicted({ operator, words }: ClaimStatement, value: Decimal, compared: Decimal): boolean {
  const order = value.comparedTo(compared);
  switch (operator) {
    case '=':
      return order !== 0 && !(words.includes('基本') && isNearly(value, compared));
    case '≠':
      return order === 0;
    case '<':
      return order >= 0;
    case '>':
      return order <= 0;
    case '≤':
      return order > 0;
    case '≥':
      return order < 0;
  }
}

/** 基本持平 leaves room for a little. */
function isNearly(value: Decimal, compared: Decimal): boolean {
  return value.minus(compared).abs().lessThanOrEqualTo(compared.abs().times('0.05'));
}

function printed(fact: Fact, value: Decimal): string {
  return `${formatFixed(value, Math.max(fact.decimals, value.decimalPlaces()))} ${fact.unit}`.trim();
}

function originOf(
  { words, place }: ClaimStatement,
  { originOf, textAt }: Pick<Comparison, 'originOf' | 'textAt'>,
): Finding['origin'] {
  const { text, offsets } = readable(textAt(place) ?? '');
  const from = text.indexOf(words);
  return from < 0 ? originOf(place) : originOf(place, offsets[from], offsets[from + words.length]);
}
