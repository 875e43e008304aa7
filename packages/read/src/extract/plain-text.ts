import { isContentsEntry } from './contents-entry.js';
import type { Line, Published } from '../published/published.js';

/** A text file: each line, and nothing of its form but that. A line of full width goes on in the next one. */
export function readPlainText(text: string): Published {
  const lines = text.replace(/\f/g, '\n').split(/\r\n?|\n/);
  const width = usualWidth(lines);
  const blocks = lines.flatMap((written, index): Line[] => {
    const words = written.trim();
    if (words === '' || isPageNumber(words) || isContentsEntry(words)) return [];
    const next = lines[index + 1] ?? '';
    const continues =
      width > 0 && lengthOf(written) >= width - 2 && /^\S/.test(next) && !isPageNumber(next.trim());
    return [{ kind: 'line', text: words, ...(continues && { continues }), place: { line: index + 1 } }];
  });
  return { blocks };
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
