import type { Finding, Origin, Range } from '@fiscal/core';
import type { Examined } from '../examined.js';
import type { Failure } from '../failure.js';
import { main } from '../served-files.js';

/** Every place that a finding names lies within the text of an author's file; its own never in the library. */
export function placesLaw({ text, files, findings }: Examined): Failure[] {
  const lines = new Map<string, string[]>();
  const linesOf = (uri: string) => {
    if (!lines.has(uri)) lines.set(uri, (uri === main ? text : (files.get(uri) ?? '')).split(/\r\n|\n|\r/));
    return lines.get(uri)!;
  };
  return findings.flatMap((finding) => [
    ...inLibrary(finding),
    ...originsIn(finding).flatMap((origin) => outside(finding, origin, linesOf(origin.uri))),
  ]);
}

const library = 'fiscal-library:';

function inLibrary({ rule, origin, data }: Finding): Failure[] {
  if (!origin.uri.startsWith(library)) return [];
  const { line } = origin.range.start;
  const said = JSON.stringify(data).slice(0, 160);
  return [{ kind: `finding in the library: ${rule}`, detail: `${origin.uri}:${line + 1} ${said}` }];
}

/** Wherever in a finding: its own place, that of an operand, of a related place, of a tail. */
function originsIn(value: unknown): Origin[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'uri' in value && 'range' in value ? [value as Origin] : [];
  return [...own, ...Object.values(value).flatMap(originsIn)];
}

function outside({ rule }: Finding, { uri, range }: Origin, lines: readonly string[]): Failure[] {
  if (uri.startsWith(library)) return [];
  const problem = problemOf(range, lines);
  if (!problem) return [];
  return [{ kind: `${problem}: ${rule}`, detail: `${uri} ${JSON.stringify(range)}` }];
}

/** What is wrong with a range in a text of these lines. */
export function problemOf({ start, end }: Range, lines: readonly string[]): string | undefined {
  for (const { line, character } of [start, end]) {
    if (!Number.isInteger(line) || !Number.isInteger(character) || line < 0 || character < 0)
      return 'place that is none';
    if (line >= lines.length) return 'place behind the last line';
    if (character > lines[line]!.length) return "place behind its line's end";
  }
  const isTurned = end.line < start.line || (end.line === start.line && end.character < start.character);
  return isTurned ? 'range that ends before it starts' : undefined;
}
