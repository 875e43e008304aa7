import { groupRows } from './columns.js';
import { joinItems, joinPlain } from './gaps.js';
import type { Line } from './line.js';
import { renderGroup, renderRow } from './render-rows.js';
import { isAlignable, type Row, rowOf } from './row.js';

const indentation = '  ';

/** A line that takes its place in a table, or one that stands for itself. */
interface Placed {
  line: Line;
  row?: Row;
}

/**
 * Neighbouring lines of one block are set in columns: the name, the figure, then each measure with its
 * figure. A comment on a line of its own does not part them, an empty line does.
 */
export function alignLines(lines: readonly Line[]): string[] {
  const placed = lines.map(place);
  const texts = placed.map(({ line, row }) => (row ? renderRow(row) : plain(line)));
  const done = new Set<number>();
  for (let at = 0; at < placed.length; ) {
    const run = runFrom(placed, at);
    if (run.length > 1) alignRun(placed, run, texts);
    for (const index of run) done.add(index);
    do at++;
    while (done.has(at));
  }
  return texts.map((text, index) => (indentation.repeat(lines[index]!.depth) + text).trimEnd());
}

function place(line: Line): Placed {
  const row = line.block === 'plain' ? undefined : rowOf(line);
  return row ? { line, row } : { line };
}

function plain({ block, words }: Line): string {
  return block === 'plain' ? joinPlain(words) : joinItems(words);
}

/**
 * Places of the rows that are set in columns together with the one that stands there. Comments and the
 * inside of blocks between them are passed over.
 */
function runFrom(placed: readonly Placed[], from: number): number[] {
  const { line, row: first } = placed[from]!;
  if (!first || !isAlignable(first)) return [];
  const run = [from];
  for (let at = from + 1; at < placed.length; at++) {
    const { line: next, row } = placed[isBlank(placed[at]!.line) ? at + 1 : at]!;
    if (isInside(next, line.depth)) continue;
    if (next.depth < line.depth || isBlank(placed[at]!.line)) break;
    if (isComment(next)) continue;
    if (row?.kind !== first.kind || !isAlignable(row)) break;
    run.push(at);
  }
  return run;
}

function isInside(line: Line, depth: number): boolean {
  return line.depth > depth || (line.depth === depth && isClosing(line));
}

function isBlank({ words }: Line): boolean {
  return words.length === 0;
}

function isClosing({ words }: Line): boolean {
  return words.length === 1 && words[0]!.type === '}';
}

function isComment({ words }: Line): boolean {
  return words.length === 1 && words[0]!.type === 'COMMENT';
}

function alignRun(placed: readonly Placed[], run: readonly number[], texts: string[]): void {
  const rows = run.map((at) => placed[at]!.row!);
  const rendered = groupRows(rows).flatMap(renderGroup);
  for (const [index, at] of run.entries()) texts[at] = rendered[index]!;
}
