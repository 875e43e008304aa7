import { editDistance } from '../catalog/edit-distance.js';
import { isOfLibrary, type Origin } from '../model/origin.js';
import type { Evaluated, FigureValue } from './evaluated.js';
import type { Scope } from './scope.js';
import { newFinding } from '../findings/new-finding.js';
import type { RuleId } from '../vocabulary/rules.zh.js';

/** Z011: a name that neither the report nor the language knows, or a word that is never said of its owner. */
export function reportUnknownName(
  scope: Scope,
  origin: Origin,
  name: string,
  owner: string,
  known: Iterable<string>,
  code: 'unknown-path' | 'misplaced-word' = 'unknown-path',
): void {
  report(scope, 'Z011', origin, code, { name, owner }, () => nearestNames(name, known));
}

/** Z012: a filter that neither the template nor the language knows. */
export function reportUnknownFilter(
  scope: Scope,
  origin: Origin,
  name: string,
  known: Iterable<string>,
): void {
  report(scope, 'Z012', origin, 'unknown-filter', { name }, () => nearestNames(name, known));
}

/** Z019: a text that leads to itself. */
export function reportCircle(scope: Scope, origin: Origin): void {
  report(scope, 'Z019', origin, 'text-circle', {});
}

/** Z019: texts that are set into each other without end; told once. */
export function reportTooManyTexts(scope: Scope, origin: Origin): void {
  if (scope.budget.texts < -1) return;
  report(scope, 'Z019', origin, 'too-many-texts', {});
}

/** Z019: repetitions in repetitions that go through more than any report has. */
export function reportTooManySteps(scope: Scope, origin: Origin): void {
  report(scope, 'Z019', authoredPlace(scope, origin), 'too-many-steps', {});
}

/** Z020: a text where a figure is needed, a list where a text is needed … */
export function reportWrongKind(scope: Scope, origin: Origin, expected: string, actual: Evaluated): void {
  reportUnexpectedKind(scope, authoredPlace(scope, origin, actual), expected, actual.kind);
}

/** Z020, of what is known only by its kind. */
export function reportUnexpectedKind(scope: Scope, origin: Origin, expected: string, actual: string): void {
  report(scope, 'Z020', origin, 'wrong-kind', { expected, actual });
}

/** Z020: figures in units that do not go together. */
export function reportUnitMismatch(
  scope: Scope,
  origin: Origin,
  left: FigureValue,
  right: FigureValue | string,
): void {
  const [unit, values] = typeof right === 'string' ? [right, [left]] : [right.unit, [left, right]];
  const place = authoredPlace(scope, origin, ...values);
  report(scope, 'Z020', place, 'unit-mismatch', { left: left.unit, right: unit });
}

/** Z021: a filter without its argument, or with one it cannot use. */
export function reportWrongArgument(
  scope: Scope,
  origin: Origin,
  filter: string,
  expected: string,
  operand: Evaluated,
  suggest?: () => string[],
): void {
  const place = authoredPlace(scope, origin, operand);
  report(scope, 'Z021', place, 'wrong-argument', { filter, expected }, suggest);
}

/** Z021: more arguments than a filter takes. */
/** A phrase that has further parameters is given too little. */
export function reportMissingArguments(
  scope: Scope,
  origin: Origin,
  filter: string,
  missing: string[],
): void {
  report(scope, 'Z021', origin, 'missing-arguments', { filter, names: missing.join('、') });
}

export function reportTooManyArguments(scope: Scope, origin: Origin, filter: string, taken: string[]): void {
  report(scope, 'Z021', origin, 'further-argument', { filter, names: taken.join('、') });
}

export function reportFurtherArgument(scope: Scope, origin: Origin, filter: string, takesOne: boolean): void {
  report(scope, 'Z021', origin, takesOne ? 'one-argument' : 'no-argument', { filter });
}

/**
 * Where a mistake is told. One that a formula of the library meets was made by the author of the report: it is told
 * where that one wrote what the formula cannot use.
 */
function authoredPlace({ base }: Scope, origin: Origin, ...values: Evaluated[]): Origin {
  if (!isOfLibrary(origin)) return origin;
  const places = values.flatMap((value) => originOfValue(value) ?? []);
  return places.find((place) => !isOfLibrary(place)) ?? base.origin;
}

function originOfValue(value: Evaluated): Origin | undefined {
  switch (value.kind) {
    case 'figure':
      return value.origin ?? value.fact?.subject.origin;
    case 'text':
      return value.origin;
    case 'subject':
      return value.subject.origin;
    case 'list':
      return value.members.map(originOfValue).find((origin) => origin !== undefined);
    default:
      return undefined;
  }
}

/** Known names that are like the one written, best first. */
export function nearestNames(name: string, known: Iterable<string>, limit = 3): string[] {
  const within = name.length / 2;
  const near = [...new Set(known)]
    .map((other) => ({ other, distance: distanceOf(name, other), edits: editDistance(name, other) }))
    .filter(({ distance }) => distance <= within)
    .sort((a, b) => a.distance - b.distance || a.edits - b.edits);
  return surest(name, near)
    .slice(0, limit)
    .map(({ other }) => other);
}

interface Near {
  other: string;
  edits: number;
}

/** 年上 is 上年, and not 年末: the same characters in another order. 基本支目 is 基本支出, and not 基本: one of several is wrong. */
function surest(name: string, near: Near[]): Near[] {
  const sorted = (word: string) => [...word].sort().join('');
  const shuffled = near.filter(({ other }) => sorted(other) === sorted(name));
  if (shuffled.length > 0) return shuffled;
  const single = near.filter(({ edits }) => edits === 1);
  return name.length > 2 && single.length > 0 ? single : near;
}

/** A name that contains the other counts as near: 总计 for 收入总计. */
function distanceOf(name: string, other: string): number {
  const contained = name.length > 1 && other.length > 1 && (other.includes(name) || name.includes(other));
  return contained ? 1 : editDistance(name, other);
}

function report(
  scope: Scope,
  rule: RuleId,
  origin: Origin,
  code: string,
  parameters: Record<string, string>,
  suggest: () => string[] = () => [],
): void {
  if (!scope.isNew(rule, origin)) return;
  const data = { kind: 'message' as const, code, parameters, suggestions: suggest() };
  scope.report(newFinding(rule, origin, data));
}
