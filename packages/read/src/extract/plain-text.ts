import { isContentsEntry } from './contents-entry.js';
import type { Line, Published, PublishedBlock } from '../published/published.js';
import type { PiecedLine } from './unruled/pieces.js';
import { piecesBetweenTabs, piecesOfText } from './unruled/text-pieces.js';
import { unruledGrids } from './unruled/unruled-grids.js';

/**
 * A text file: its tables, where words stand in columns, and each other line, of which nothing is known but that. A
 * line of full width goes on in the next one.
 */
export function readPlainText(text: string): Published {
  const lines = text.replace(/\f/g, '\n').split(/\r\n?|\n/);
  const width = usualWidth(lines);
  const read = lines.flatMap((written, index): Line[] => {
    const words = written.trim();
    if (words === '' || isPageNumber(words) || isContentsEntry(words)) return [];
    const next = lines[index + 1] ?? '';
    const continues =
      width > 0 && lengthOf(written) >= width - 2 && /^\S/.test(next) && !isPageNumber(next.trim());
    return [{ kind: 'line', text: words, ...(continues && { continues }), place: { line: index + 1 } }];
  });
  return { blocks: withTables(read, lines) };
}

function withTables(read: readonly Line[], lines: readonly string[]): PublishedBlock[] {
  const blocks: PublishedBlock[] = [];
  let end = 0;
  const written = read.map(({ place }) => lines[place.line! - 1]!);
  for (const { from, to, grid } of unruledGrids(piecedLines(written, read))) {
    blocks.push(...read.slice(end, from), grid);
    end = to;
  }
  return [...blocks, ...read.slice(end)];
}

/** Cells are counted where tabs hold them apart; a name alone in such a table is the first of its row. */
function piecedLines(written: readonly string[], read: readonly Line[]): PiecedLine[] {
  let isTabbed = false;
  return written.map((line, index) => {
    const pieces = piecesOfText(line);
    isTabbed = line.includes('\t') || (isTabbed && pieces.length === 1);
    const { place } = read[index]!;
    return { pieces: isTabbed ? piecesBetweenTabs(line) : pieces, isTabbed, place };
  });
}

function isPageNumber(text: string): boolean {
  return /^[-—–\s]*\d{1,3}[-—–\s]*$/.test(text);
}

/** How long lines are where a program broke them: many are, and none much longer. 0 where nothing was broken. */
function usualWidth(lines: readonly string[]): number {
  const lengths = lines.map(lengthOf).sort((a, b) => a - b);
  const longest = lengths.at(-1) ?? 0;
  const full = lengths.filter((length) => length >= longest - 3).length;
  return longest < 100 && full > lines.length / 8 ? longest : 0;
}

function lengthOf(line: string): number {
  return [...line.trimEnd()].length;
}
