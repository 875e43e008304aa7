import type { Chart, ChartPoint } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { chartWidth } from './drawing.js';
import { columnEdge, outerRadius, turned, type Slice } from './pie-slices.js';
import { stack } from './stack.js';
import { valueWithUnit } from './text-alternative.js';
import { lineHeight } from './text-lines.js';
import { balanceText, wrapText } from '../measure/text-measure.js';

export const labelSize = 14;
const labelGap = 6;
const leastHeight = 224;
const labelEms = (chartWidth / 2 - columnEdge - 4 - 10) / labelSize;

interface Label {
  slice: Slice;
  lines: string[];
  height: number;
  /** Right or left of the ring. */
  side: 1 | -1;
}

export interface PlacedLabel extends Label {
  top: number;
  /** How far down its line leaves the ring's surroundings: no two lines lie on one another. */
  elbow: number;
}

interface Placement {
  slices: Slice[];
  labels: PlacedLabel[];
  height: number;
}

/** Labels in a column on either side, none over another; the drawing grows until they fit. */
export function placeLabels(slices: Slice[], chart: Chart): Placement {
  const lines = slices.map(({ point }) => labelLines(point, chart));
  const candidates = turns.map((turn) => {
    const labels = turned(slices, turn).map((slice, index) => labelOf(slice, lines[index]!));
    return { labels, height: Math.max(leastHeight, columnHeight(labels, 1), columnHeight(labels, -1)) };
  });
  const best = candidates.reduce((least, other) => (other.height < least.height ? other : least));
  return {
    slices: best.labels.map((label) => label.slice),
    labels: [...placeColumn(best.labels, 1, best.height), ...placeColumn(best.labels, -1, best.height)],
    height: best.height,
  };
}

/** Twelve o'clock first; turned only when that saves height, as when many thin slices crowd one side. */
const turns = Array.from({ length: 24 }, (_, step) => (step * Math.PI) / 12);

function labelOf(slice: Slice, lines: string[]): Label {
  const side = Math.sin(slice.middle) >= -1e-9 ? 1 : -1;
  return { slice, lines, height: lines.length * lineHeight(labelSize), side };
}

/** The name, then value and share. */
function labelLines(point: ChartPoint, chart: Chart): string[] {
  const value = valueWithUnit(chart, point);
  const figures = point.share ? `${value}，${point.share}` : value;
  return [...balanceText(plainText(point.label), labelEms), ...wrapText(figures, labelEms)];
}

function columnHeight(labels: Label[], side: 1 | -1): number {
  const column = labels.filter((label) => label.side === side);
  return column.reduce((sum, label) => sum + label.height + labelGap, 2 * margin);
}

const margin = 12;
/** Leaders leave the ring's neighbourhood so far outside it, and so far apart. */
export const leaderStart = 8;
const leaderGap = 5;

function placeColumn(labels: Label[], side: 1 | -1, height: number): PlacedLabel[] {
  const wish = (label: Label) =>
    height / 2 - Math.cos(label.slice.middle) * (outerRadius + 16) - label.height / 2;
  const column = labels
    .filter((label) => label.side === side)
    .sort((a, b) => Math.cos(b.slice.middle) - Math.cos(a.slice.middle));
  const boxes = column.map((label) => ({ wish: wish(label), height: label.height + labelGap }));
  const tops = stack(boxes, margin, height - margin);
  const lines = column.map(({ slice }) => ({
    wish: height / 2 - Math.cos(slice.middle) * (outerRadius + leaderStart) - leaderGap / 2,
    height: leaderGap,
  }));
  const elbows = stack(lines, 0, height).map((top) => top + leaderGap / 2);
  return column.map((label, index) => ({ ...label, top: tops[index]!, elbow: elbows[index]! }));
}
