import { compareOrigins, type Origin } from '../origin.js';
import type { Finding, Operand } from './finding.js';
import { messageOf } from './message.js';

/** Another place that a finding speaks of, and what stands there. */
export interface RelatedPlace {
  origin: Origin;
  message: string;
}

/** Every other place that a finding speaks of: the figures that it compares, what was left open. */
export function relatedPlacesOf(finding: Finding): RelatedPlace[] {
  return placesIn(finding).filter(({ origin }) => compareOrigins(origin, finding.origin) !== 0);
}

function placesIn({ data }: Finding): RelatedPlace[] {
  switch (data.kind) {
    case 'sum':
      return [...data.total, ...data.parts].flatMap(operandPlace);
    case 'same':
      return data.statements.flatMap(operandPlace);
    case 'at-most':
      return [...data.parts, ...data.whole].flatMap(operandPlace);
    case 'ratio':
      return [data.ratio, data.numerator, data.denominator].flatMap(operandPlace);
    case 'condition':
      return data.operands.flatMap(operandPlace);
    case 'not-checked':
      return data.missing.flatMap(({ label, origin }) =>
        origin ? [{ origin, message: `「${label}」未填` }] : [],
      );
    case 'tails':
      return data.tails.flatMap((tail) => [{ origin: tail.origin, message: messageOf(tail) }]);
    case 'message':
      return (data.places ?? []).map((origin) => ({ origin, message: data.parameters['found'] ?? '' }));
    case 'name':
    case 'code':
      return [];
  }
}

function operandPlace({ label, value, unit, origin }: Operand): RelatedPlace[] {
  return origin
    ? [{ origin, message: `「${label}」${value}${unit === '%' ? '' : ' '}${unit}`.trimEnd() }]
    : [];
}
