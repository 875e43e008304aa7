import { formatDate, parseDate, type RichText, richTextSource } from '@fiscal/core';
import type { TextChange, WordChange } from '../changes.js';
import type { Pair, Pairs } from '../pair/pairs.js';
import { below, type Places } from '../places.js';
import { settings } from './report-changes.js';

/** Words that the author chose, and texts that he wrote, in one report alone or other ones in the two. */
export function* wordChanges(
  pair: Pair,
  places: Places,
  renames: Pairs['renames'],
): Generator<WordChange | TextChange> {
  for (const name of namesOf(pair.old?.attributes, pair.new?.attributes)) {
    const [old, next] = [pair.old?.attributes.get(name), pair.new?.attributes.get(name)];
    if (isAlike(name, old?.value, next?.value)) continue;
    if (settings.has(name) && (pair.new ?? pair.old)!.parent === undefined) continue;
    const place = places.of(pair, { old: old?.origin, new: next?.origin });
    yield { kind: 'word', ...named(place, name), name, ...sides(old?.value, next?.value) };
  }
  for (const name of namesOf(pair.old?.texts, pair.new?.texts)) {
    const [old, next] = [pair.old?.texts.get(name), pair.new?.texts.get(name)];
    const [before, after] = [sourceOf(old), sourceOf(next)];
    const inNames = before !== undefined && after !== undefined ? withNames(before, renames) : before;
    if (inNames === after) continue;
    const place = places.of(pair, { old: old?.origin, new: next?.origin });
    yield {
      kind: 'text',
      ...named(place, name),
      name,
      ...sides(before, after),
      ...(inNames !== before && { oldInNames: inNames }),
    };
  }
}

/** A day is the same however it is written. */
function isAlike(name: string, old: string | undefined, next: string | undefined): boolean {
  if (old === next) return true;
  if (name !== dateOfPublishing || old === undefined || next === undefined) return false;
  const [before, after] = [parseDate(old), parseDate(next)];
  return before !== undefined && after !== undefined && formatDate(before) === formatDate(after);
}

const dateOfPublishing = '公开时间';

function namesOf(
  old: ReadonlyMap<string, unknown> | undefined,
  next: ReadonlyMap<string, unknown> | undefined,
) {
  if (!old?.size) return next?.keys() ?? [];
  return next?.size ? new Set([...next.keys(), ...old.keys()]) : old.keys();
}

/** A text whose holes name what is called otherwise now, and nothing else in it was touched. */
function withNames(text: string, renames: Pairs['renames']): string {
  if (renames.length === 0) return text;
  return text.replace(/【[^】]*】/g, (hole) =>
    renames.reduce((named, [old, next]) => named.replaceAll(old, () => next), hole),
  );
}

function sourceOf(text: RichText | undefined): string | undefined {
  return text && richTextSource(text);
}

export function sides(old: string | undefined, next: string | undefined): { old?: string; new?: string } {
  return { ...(old !== undefined && { old }), ...(next !== undefined && { new: next }) };
}

function named<P extends { path: string; oldPath?: string }>(place: P, name: string): P {
  const oldPath = place.oldPath === undefined ? {} : { oldPath: below(place.oldPath, name) };
  return { ...place, path: below(place.path, name), ...oldPath };
}
