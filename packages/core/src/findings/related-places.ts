import { compareOrigins, type Origin } from '../model/origin.js';
import type { Finding, FindingData, MissingPart, Operand, Suspect } from './finding.js';
import { messageOf } from './message.js';
import { suspectText } from './suspect-text.zh.js';

/** Another place that a finding speaks of, and what stands there. */
export interface RelatedPlace {
  origin: Origin;
  message: string;
}

/** Nobody goes through more places than these. */
const mostPlaces = 100;

/** Every other place that a finding speaks of: the figures that it compares, what was left open. */
export function relatedPlacesOf(finding: Finding): RelatedPlace[] {
  const places = placesIn(finding).filter(({ origin }) => compareOrigins(origin, finding.origin) !== 0);
  return places.slice(0, mostPlaces);
}

function placesIn({ data }: Finding): RelatedPlace[] {
  switch (data.kind) {
    case 'sum':
      return [...(data.suspects ?? []).flatMap(suspectPlace), ...operandPlaces(data)];
    case 'same':
      return data.statements.flatMap(operandPlace);
    case 'at-most':
      return [
        ...(data.suspects ?? []).flatMap(suspectPlace),
        ...[...data.parts, ...data.whole].flatMap(operandPlace),
      ];
    case 'ratio':
      return [data.ratio, data.numerator, data.denominator].flatMap(operandPlace);
    case 'condition':
      return data.operands.flatMap(operandPlace);
    case 'not-checked':
      return data.missing.flatMap((part) =>
        part.origin ? [{ origin: part.origin, message: `「${part.label}」${missingWord(part)}` }] : [],
      );
    case 'tails':
      return data.tails.flatMap((tail) => [{ origin: tail.origin, message: messageOf(tail) }]);
    case 'message':
      return placesOfWord(data);
    case 'name':
    case 'code':
      return [];
  }
}

/** Where the same stands again; places that only a change of the source needs have nothing to say. */
function placesOfWord({
  parameters: { found },
  places = [],
}: Extract<FindingData, { kind: 'message' }>): RelatedPlace[] {
  return found === undefined ? [] : places.map((origin) => ({ origin, message: found }));
}

function missingWord({ inapplicable, unread }: MissingPart): string {
  if (unread) return '里有看不懂的内容';
  return inapplicable ? '不适用' : '未填';
}

/** What is under suspicion says so, and is not told a second time as an operand. */
function operandPlaces({
  total,
  parts,
  suspects = [],
}: Extract<FindingData, { kind: 'sum' }>): RelatedPlace[] {
  const told = new Set(suspects.map(({ operand }) => operand.path));
  return [...total, ...parts]
    .flatMap(written)
    .filter(({ path }) => !told.has(path))
    .flatMap(operandPlace);
}

function suspectPlace(suspect: Suspect): RelatedPlace[] {
  const { origin } = suspect.operand;
  return origin ? [{ origin, message: `可能${suspectText(suspect)}` }] : [];
}

function operandPlace(operand: Operand): RelatedPlace[] {
  return written(operand).flatMap(({ label, value, unit, origin }) =>
    origin ? [{ origin, message: `「${label}」${value}${unit === '%' ? '' : ' '}${unit}`.trimEnd() }] : [],
  );
}

/** What was written itself, or else what it was computed from. */
function written(operand: Operand): readonly Operand[] {
  return operand.origin ? [operand] : (operand.sources ?? []);
}
