import { withoutLookAlikes } from './look-alikes.js';

/** A run of text where it stands on a page; y grows upwards. */
export interface Run {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What pdfjs gives for a piece of text. */
export interface TextItem {
  str?: string;
  width: number;
  height: number;
  transform: readonly number[];
}

export function runsOf(items: readonly TextItem[]): Run[] {
  return items.flatMap(({ str, width, height, transform }) => {
    if (str === undefined || str === '') return [];
    const [, , c = 0, d = 0, x = 0, y = 0] = transform;
    return [{ text: withoutLookAlikes(str), x, y, width, height: Math.hypot(c, d) || height }];
  });
}

/** The middle of a run, about where its characters are. */
export function middleOf({ x, y, width, height }: Run): { x: number; y: number } {
  return { x: x + width / 2, y: y + height * 0.35 };
}

/** Runs on one base line, from the top down, each line from left to right. */
export function linesOfRuns(runs: readonly Run[]): Run[][] {
  const lines: { y: number; runs: Run[] }[] = [];
  for (const run of [...runs].sort((a, b) => b.y - a.y)) {
    const line = lines.find(({ y }) => Math.abs(y - run.y) < Math.max(3, run.height * 0.3));
    if (line) line.runs.push(run);
    else lines.push({ y: run.y, runs: [run] });
  }
  return lines.map(({ runs: own }) => own.sort((a, b) => a.x - b.x));
}

export function textOfRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
