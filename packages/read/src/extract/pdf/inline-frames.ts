import type { RulingLine, RulingLines } from './ruling-lines.js';
import { middleOf, type Run } from './words.js';

/** A box that is drawn by four lines, or by three where the words in it go on in the next line. */
interface Frame {
  sides: readonly RulingLine[];
  left: number;
  right: number;
  low: number;
  high: number;
}

interface Span {
  from: number;
  to: number;
}

/** Ends of lines that are nearer meet. */
const near = 1.2;
/** Lines in one place are nearer than this; cells that stand beside each other in a table than that. */
const exact = 0.3;
const beside = 3.5;
const highest = 48;

/** The lines of a page without the boxes around single words: they part no columns. */
export function withoutInlineFrames(lines: RulingLines, runs: readonly Run[]): RulingLines {
  const frames = framesIn(lines).filter((frame) => isAround(frame, runs) && !isBesideOthers(frame, lines));
  if (frames.length === 0) return lines;
  const dropped = new Set(frames.flatMap(({ sides }) => sides));
  const left = (some: readonly RulingLine[]) => some.filter((line) => !dropped.has(line));
  return { horizontal: left(lines.horizontal), vertical: left(lines.vertical) };
}

function framesIn({ horizontal, vertical }: RulingLines): Frame[] {
  const lows = [...horizontal].sort((a, b) => byPlace(a.from, b.from) || byPlace(a.to, b.to) || a.at - b.at);
  return lows.flatMap((low, index): Frame[] => {
    const high = lows[index + 1];
    if (!high || !isSameSpan(low, high) || high.at - low.at > highest) return [];
    const span = { from: low.at, to: high.at };
    const upright = vertical.filter((line) => isSameSpan(line, span));
    const sides = [low.from, low.to].map((at) => upright.find((line) => isNear(line.at, at)));
    const drawn = sides.filter((side) => side !== undefined);
    if (drawn.length === 0 || low.to - low.from < 2 * near) return [];
    return [{ sides: [low, high, ...drawn], left: low.from, right: low.to, low: low.at, high: high.at }];
  });
}

/** What is printed in one place has not quite the same numbers. */
function byPlace(one: number, other: number): number {
  return Math.abs(one - other) <= exact ? 0 : one - other;
}

function isSameSpan(one: Span, other: Span): boolean {
  return isNear(one.from, other.from) && isNear(one.to, other.to);
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= near;
}

/** It is as wide as its words and as high as one line. */
function isAround({ left, right, low, high }: Frame, runs: readonly Run[]): boolean {
  const inside = runs.filter((run) => {
    const { x, y } = middleOf(run);
    return run.text.trim() !== '' && x > left && x < right && y > low && y < high;
  });
  const [first] = inside;
  if (!first) return false;
  const from = Math.min(...inside.map(({ x }) => x));
  const to = Math.max(...inside.map(({ x, width }) => x + width));
  const room = 0.45 * first.height;
  return from - left <= room && right - to <= room && high - low <= 2.2 * first.height;
}

/** A cell goes on in others: beside it, with a little room perhaps, or right below it. */
function isBesideOthers({ sides, left, right, low, high }: Frame, lines: RulingLines): boolean {
  const own = new Set(sides);
  const goesOn = (
    line: RulingLine,
    ats: readonly number[],
    [from, to]: readonly [number, number],
    room: number,
  ) =>
    !own.has(line) &&
    ats.some((at) => Math.abs(line.at - at) <= exact) &&
    line.from <= to + room &&
    line.to >= from - room &&
    // The border of the cell that the box stands in passes it on both sides.
    !(line.from < from - exact && line.to > to + exact);
  return (
    lines.horizontal.some((line) => goesOn(line, [low, high], [left, right], beside)) ||
    lines.vertical.some((line) => goesOn(line, [left, right], [low, high], exact))
  );
}
