import type { Cell, Grid } from '../../published/published.js';
import type { RulingLine, RulingLines } from './ruling-lines.js';
import { linesOfRuns, middleOf, type Run, textOfRuns } from './words.js';

/** A grid as it stands on a page, with the runs that it took. */
export interface PlacedGrid {
  grid: Grid;
  top: number;
  taken: ReadonlySet<Run>;
}

/** Lines nearer than this are one. */
const near = 3;
/** A border is there when so much of it is drawn. */
const drawn = 0.6;

/** The tables of a page that are drawn with lines: what no line parts is one cell. */
export function ruledGrids(lines: RulingLines, runs: readonly Run[], page: number): PlacedGrid[] {
  return bandsOf(lines).flatMap((band) => {
    const lattice = new Lattice(band, page);
    return lattice.isTable ? [lattice.filled(runs)] : [];
  });
}

/** Lines that touch each other from the top down. */
function bandsOf({ horizontal, vertical }: RulingLines): RulingLines[] {
  const extents = [
    ...horizontal.map(({ at }) => [at - near, at + near] as const),
    ...vertical.map(({ from, to }) => [from - near, to + near] as const),
  ].sort(([a], [b]) => a - b);
  const bands: { low: number; high: number }[] = [];
  for (const [low, high] of extents) {
    const last = bands.at(-1);
    if (last && low <= last.high) last.high = Math.max(last.high, high);
    else bands.push({ low, high });
  }
  return bands
    .map(({ low, high }) => ({
      horizontal: horizontal.filter(({ at }) => at >= low && at <= high),
      vertical: vertical.filter(({ from, to }) => from >= low && to <= high),
    }))
    .sort((a, b) => topOf(b) - topOf(a));
}

function topOf({ horizontal, vertical }: RulingLines): number {
  const tops = [...horizontal.map(({ at }) => at), ...vertical.map(({ to }) => to)];
  return tops.reduce((most, one) => (one > most ? one : most), -Infinity);
}

class Lattice {
  /** Positions of the lines, from left to right and from the top down. */
  private readonly xs: readonly number[];
  private readonly ys: readonly number[];
  private readonly parents: number[];

  constructor(
    private readonly lines: RulingLines,
    private readonly page: number,
  ) {
    this.xs = clustered(lines.vertical);
    this.ys = [...clustered(lines.horizontal)].reverse();
    this.parents = Array.from({ length: this.width * this.height }, (_, index) => index);
  }

  get isTable(): boolean {
    return this.width >= 1 && this.height >= 1 && (this.width > 1 || this.height > 1);
  }

  private get width(): number {
    return Math.max(0, this.xs.length - 1);
  }

  private get height(): number {
    return Math.max(0, this.ys.length - 1);
  }

  filled(runs: readonly Run[]): PlacedGrid {
    this.merge();
    const inside = new Map<number, Run[]>();
    const taken = new Set<Run>();
    for (const run of runs) {
      const parts = this.isInside(run) ? this.partsOf(run) : [];
      for (const { cell, part } of parts) inside.set(cell, [...(inside.get(cell) ?? []), part]);
      if (parts.length > 0) taken.add(run);
    }
    return { grid: this.gridOf(inside), top: this.ys[0]!, taken };
  }

  /** Neighbours without a border between them are one cell. */
  private merge(): void {
    const across = this.xs.map((x) => this.lines.vertical.filter(({ at }) => Math.abs(at - x) <= near));
    const down = this.ys.map((y) => this.lines.horizontal.filter(({ at }) => Math.abs(at - y) <= near));
    for (let row = 0; row < this.height; row++)
      for (let column = 0; column < this.width; column++) {
        const own = this.index(row, column);
        if (column + 1 < this.width && !isDrawn(across[column + 1]!, this.ys[row + 1]!, this.ys[row]!))
          this.join(own, this.index(row, column + 1));
        if (row + 1 < this.height && !isDrawn(down[row + 1]!, this.xs[column]!, this.xs[column + 1]!))
          this.join(own, this.index(row + 1, column));
      }
  }

  private isInside(run: Run): boolean {
    const { x, y } = middleOf(run);
    return x >= this.xs[0]! && x <= this.xs.at(-1)! && y <= this.ys[0]! && y >= this.ys.at(-1)!;
  }

  /** A run that crosses a border is cut there, character by character. */
  private partsOf(run: Run): { cell: number; part: Run }[] {
    const { x, y } = middleOf(run);
    const row = this.ys.findIndex((top, index) => y <= top && y >= (this.ys[index + 1] ?? Infinity));
    if (row < 0) return [];
    const cellAt = (at: number) => this.cellAt(row, at);
    const [first, last] = [cellAt(run.x + 1), cellAt(run.x + run.width - 1)];
    if (first === last || run.text.trim().length < 2) return [{ cell: cellAt(x), part: run }];
    const step = run.width / run.text.length;
    return [...run.text].map((text, index) => {
      const part = { ...run, text, x: run.x + step * index, width: step };
      return { cell: cellAt(part.x + step / 2), part };
    });
  }

  private cellAt(row: number, x: number): number {
    const column = this.xs.findIndex((left, index) => x >= left && x <= (this.xs[index + 1] ?? -Infinity));
    const inside = column >= 0 ? column : x < this.xs[0]! ? 0 : this.width - 1;
    return this.find(this.index(row, inside));
  }

  private gridOf(inside: ReadonlyMap<number, readonly Run[]>): Grid {
    const cells = new Map<number, Cell>();
    const place = { page: this.page };
    const rows = Array.from({ length: this.height }, (_, row) =>
      Array.from({ length: this.width }, (_, column) => {
        const id = this.find(this.index(row, column));
        const known = cells.get(id);
        if (known) return known;
        const text = linesOfRuns(inside.get(id) ?? [])
          .map(textOfRuns)
          .join('')
          .trim();
        const cell = { text, row, column, place };
        cells.set(id, cell);
        return cell;
      }),
    );
    return { kind: 'grid', rows, isRuled: true, place };
  }

  private index(row: number, column: number): number {
    return row * this.width + column;
  }

  private find(index: number): number {
    let at = index;
    while (this.parents[at] !== at) at = this.parents[at] = this.parents[this.parents[at]!]!;
    return at;
  }

  private join(one: number, other: number): void {
    this.parents[this.find(other)] = this.find(one);
  }
}

/** Where lines stand, those that are nearly in one place taken together. */
function clustered(lines: readonly RulingLine[]): number[] {
  const clusters: { last: number; sum: number; count: number }[] = [];
  for (const { at } of [...lines].sort((a, b) => a.at - b.at)) {
    const cluster = clusters.at(-1);
    if (cluster && at - cluster.last <= near) {
      cluster.last = at;
      cluster.sum += at;
      cluster.count += 1;
    } else clusters.push({ last: at, sum: at, count: 1 });
  }
  return clusters.map(({ sum, count }) => sum / count);
}

function isDrawn(lines: readonly RulingLine[], from: number, to: number): boolean {
  let [covered, end] = [0, from];
  for (const line of [...lines].sort((a, b) => a.from - b.from)) {
    const [start, stop] = [Math.max(line.from, end), Math.min(line.to, to)];
    if (stop <= start) continue;
    covered += stop - start;
    end = stop;
  }
  return covered >= drawn * (to - from);
}
