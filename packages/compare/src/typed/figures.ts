import {
  convert,
  Decimal,
  type Fact,
  factBelow,
  finalAccounts,
  formatPlain,
  type Measure,
  settleFact,
  type Statement,
  type Subject,
} from '@fiscal/core';
import type { FigureChange, SaidFigure } from '../changes.js';
import type { Pair } from '../pair/pairs.js';
import { below, type Places } from '../places.js';

/** Figures that only one of two subjects states, or that the two state otherwise. */
export function* figureChanges(pair: Pair, places: Places): Generator<FigureChange> {
  for (const measure of measuresOf(pair)) {
    const old = pair.old?.facts.get(measure);
    const next = pair.new?.facts.get(measure);
    if (!isSaidAlike(old, next)) yield figureChange(pair, measure, old, next, places);
  }
}

/** Those of the new report in its order, then those that only the old one has. */
function measuresOf({ old, new: next }: Pair): Iterable<Measure> {
  if (!old || !next) return (old ?? next)!.facts.keys();
  return new Set([...next.facts.keys(), ...old.facts.keys()]);
}

function isSaidAlike(old: Fact | undefined, next: Fact | undefined): boolean {
  const [before, after] = [old?.statements ?? [], next?.statements ?? []];
  if (before.length !== after.length) return false;
  if (before.length === 0) return true;
  if (old!.unit !== next!.unit && before.some(({ value }) => value !== undefined)) return false;
  if (before.length === 1) return isOneAlike(before[0]!, after[0]!);
  return said(before).every((one, index) => isFigureAlike(one, said(after)[index]!));
}

function isOneAlike(one: Statement, other: Statement): boolean {
  if (one.state !== other.state || one.decimals !== other.decimals) return false;
  if (one.truncated !== other.truncated) return false;
  return one.value === other.value || (one.value !== undefined && other.value?.eq(one.value) === true);
}

function isFigureAlike(one: SaidFigure, other: SaidFigure): boolean {
  return traits(one) === traits(other);
}

/** Several statements of one figure are a set: their order says nothing. */
function said(statements: readonly Statement[]): SaidFigure[] {
  return statements.map(saidFigure).sort((a, b) => (traits(a) < traits(b) ? -1 : 1));
}

function traits({ state, value = '', decimals, truncated }: SaidFigure): string {
  return [state, value, decimals, truncated].join(' ');
}

function saidFigure({ state, value, decimals, truncated, origin }: Statement): SaidFigure {
  return {
    state,
    ...(value && { value: formatPlain(value) }),
    ...(decimals !== undefined && { decimals }),
    ...(truncated && { truncated }),
    origin,
  };
}

function figureChange(
  pair: Pair,
  measure: Measure,
  old: Fact | undefined,
  next: Fact | undefined,
  places: Places,
): FigureChange {
  const before = said(old?.statements ?? []);
  const after = said(next?.statements ?? []);
  const place = places.of(pair, { old: before[0]?.origin, new: after[0]?.origin });
  const known = { old: knownOf(pair.old, measure, old), new: knownOf(pair.new, measure, next) };
  return {
    kind: 'figure',
    ...withMeasure(place, measure),
    measure,
    unit: (next ?? old)!.unit,
    ...(old && next && old.unit !== next.unit && { oldUnit: old.unit }),
    ...(before.length > 0 && { old: before }),
    ...(after.length > 0 && { new: after }),
    ...(before.length === 0 && known.old && { oldDerived: formatPlain(known.old) }),
    ...(after.length === 0 && known.new && { newDerived: formatPlain(known.new) }),
    ...comparison(inUnit(known.old, old ?? next!, next), known.new),
  };
}

/** An amount in the unit that the new report has for it; none where the two measure different things. */
function inUnit(amount: Decimal | undefined, { unit }: Fact, next: Fact | undefined): Decimal | undefined {
  return amount && convert(amount, unit, next?.unit ?? unit);
}

/** 决算 is left unsaid. */
export function withMeasure<P extends { path: string; oldPath?: string }>(place: P, measure: Measure): P {
  if (measure === finalAccounts) return place;
  const oldPath = place.oldPath === undefined ? {} : { oldPath: below(place.oldPath, measure) };
  return { ...place, path: below(place.path, measure), ...oldPath };
}

/** What a report comes to where it says nothing itself. */
function knownOf(subject: Subject | undefined, measure: Measure, fact: Fact | undefined) {
  const asked = fact ?? (subject && factBelow(subject, [measure]));
  return asked && settleFact(asked).value;
}

const hundred = new Decimal(100);
const tenThousand = new Decimal(10_000);

/** What two amounts differ by. */
export function comparison(
  old: Decimal | undefined,
  next: Decimal | undefined,
): Pick<FigureChange, 'difference' | 'rate' | 'scale'> {
  if (!old || !next) return {};
  const difference = next.minus(old);
  if (difference.isZero()) return {};
  const scale = scaleOf(old, next);
  return {
    difference: formatPlain(difference),
    ...(!old.isZero() && !scale && { rate: difference.div(old.abs()).times(hundred).toFixed(2) }),
    ...(scale && { scale }),
  };
}

/** 元 for 万元: the digits are the same, as far as both have them. */
function scaleOf(old: Decimal, next: Decimal): FigureChange['scale'] {
  if (old.isZero() || next.isZero()) return undefined;
  if (next.eq(old.times(tenThousand))) return 'times';
  return old.eq(next.times(tenThousand)) ? 'divided' : undefined;
}
