import type { Line } from '../../published/published.js';
import { type Run, textOfRuns } from './words.js';

/** A line of running text where it stands. */
export interface PlacedLine {
  line: Line;
  y: number;
  left: number;
  right: number;
  height: number;
}

export function placedLine(runs: readonly Run[], page: number): PlacedLine | undefined {
  const text = textOfRuns(runs).trim();
  if (text === '') return undefined;
  const words = runs.filter((run) => run.text.trim() !== '');
  const right = words.reduce((most, run) => Math.max(most, run.x + run.width), -Infinity);
  const height = words.reduce((most, run) => Math.max(most, run.height), 0);
  return { line: { kind: 'line', text, place: { page } }, y: words[0]!.y, left: words[0]!.x, right, height };
}

/** A page's number, alone at its foot or its head. */
export function isPageNumber({ line: { text }, y }: PlacedLine, pageHeight: number): boolean {
  const isAtEdge = y < pageHeight * 0.12 || y > pageHeight * 0.92;
  return isAtEdge && /^[-—–\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/共]\s*\d{1,3}\s*页?)?[-—–\s]*$/.test(text);
}

/** Lines of a paragraph go on with the next one: a line that is full, before one that is not indented. */
export function withContinuations(lines: readonly PlacedLine[]): Line[] {
  const edges = new Map<number | undefined, Edge>();
  const pages = new Set(lines.map(pageOf));
  for (const page of pages) edges.set(page, textEdge(lines.filter((line) => pageOf(line) === page)));
  return lines.map((one, index) => {
    const next = lines[index + 1];
    const goes = next && goesOn(one, next, edges.get(pageOf(one))!, edges.get(pageOf(next))!);
    return goes ? { ...one.line, continues: true } : one.line;
  });
}

interface Edge {
  left: number;
  right: number;
}

function pageOf({ line }: PlacedLine): number | undefined {
  return line.place.page;
}

/** Where full lines begin and end: so far to the right as some of them come, not only one. */
function textEdge(lines: readonly PlacedLine[]): Edge {
  const long = lines.filter(({ line }) => line.text.length > 20);
  const rights = long.map(({ right }) => right).sort((a, b) => b - a);
  const right = rights.find((one, index) => (rights[index + 2] ?? -Infinity) > one - 8) ?? rights[0] ?? 0;
  return { left: mostFrequent(long.map(({ left }) => left)), right };
}

function goesOn(one: PlacedLine, next: PlacedLine, edge: Edge, nextEdge: Edge): boolean {
  const character = one.height || 12;
  const isFull = one.right > edge.right - 2.2 * character;
  const isIndented = next.left > nextEdge.left + 0.8 * character;
  const isAlike = Math.abs(one.height - next.height) < 1.5;
  const { text } = one.line;
  // A figure or a name that would not fit goes to the next line whole, and leaves this one short.
  const isOpen =
    one.right > (edge.left + edge.right) / 2 && text.length > 20 && !/[。；：！？.;:!?]$/.test(text);
  return (isFull || isOpen) && !isIndented && isAlike && text.length > 8;
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) {
    const rounded = Number(number.toFixed(0));
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}
