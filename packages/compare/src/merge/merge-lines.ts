import { diffArrays } from 'diff';

interface Hunk {
  start: number;
  end: number;
  lines: string[];
}

/** Merges the lines of a text of several; undefined where both sides changed the same ones, or neighbours. */
export function mergeLines(old: string, ours: string, theirs: string): string | undefined {
  const lines = old.split('\n');
  const [left, right] = [hunksOf(lines, ours.split('\n')), hunksOf(lines, theirs.split('\n'))];
  const touches = (one: Hunk, other: Hunk) => one.start <= other.end && other.start <= one.end;
  if (left.some((one) => right.some((other) => touches(one, other)))) return undefined;
  for (const { start, end, lines: put } of [...left, ...right].sort((a, b) => b.start - a.start))
    lines.splice(start, end - start, ...put);
  return lines.join('\n');
}

function hunksOf(old: string[], next: string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let open: Hunk | undefined;
  for (const { added, removed, value } of diffArrays(old, next)) {
    if (!added && !removed) {
      at += value.length;
      open = undefined;
      continue;
    }
    if (!open) hunks.push((open = { start: at, end: at, lines: [] }));
    if (added) open.lines.push(...value);
    else at = open.end += value.length;
  }
  return hunks;
}
