import { compareOrigins, type Finding, messageOf, type Operand, type Origin } from '@fiscal/core';
import type { DiagnosticRelatedInformation } from 'vscode-languageserver';
import { words } from '../words.zh.js';

/** Every other place that a finding speaks of: the figures that it compares, what was left open. */
export function relatedPlaces(finding: Finding): DiagnosticRelatedInformation[] {
  const isElsewhere = ({ origin }: Place) => compareOrigins(origin, finding.origin) !== 0;
  return placesIn(finding)
    .filter(isElsewhere)
    .map(({ origin, message }) => ({ location: { uri: origin.uri, range: origin.range }, message }));
}

interface Place {
  origin: Origin;
  message: string;
}

function placesIn({ data }: Finding): Place[] {
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
        origin ? [{ origin, message: words.leftOpen(label) }] : [],
      );
    case 'tails':
      return data.tails.flatMap((tail) => [{ origin: tail.origin, message: messageOf(tail) }]);
    default:
      return [];
  }
}

function operandPlace({ label, value, unit, origin }: Operand): Place[] {
  return origin ? [{ origin, message: words.figure(label, value, unit) }] : [];
}
