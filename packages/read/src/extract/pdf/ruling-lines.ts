/** A line that is drawn on a page: where it stands across, and from where to where it goes. */
export interface RulingLine {
  at: number;
  from: number;
  to: number;
}

export interface RulingLines {
  horizontal: RulingLine[];
  vertical: RulingLine[];
}

/** What a page draws, as pdfjs lists it. */
export interface Drawing {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** The numbers of the operators that matter here. */
export type Operators = Readonly<Record<string, number>>;

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];

/** Thinner shapes are lines, whether they were stroked or filled. */
const thin = 2;

const strokes = [
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
];
const fills = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];

/** The lines of a page, in its own coordinates. */
export function rulingLines({ fnArray, argsArray }: Drawing, operators: Operators): RulingLines {
  const reader = new DrawingReader(operators);
  fnArray.forEach((operator, index) => reader.take(operator, argsArray[index]));
  return reader.lines;
}

class DrawingReader {
  readonly lines: RulingLines = { horizontal: [], vertical: [] };
  private matrix: Matrix = [1, 0, 0, 1, 0, 0];
  private readonly saved: Matrix[] = [];
  private readonly stroking: ReadonlySet<number | undefined>;
  private readonly filling: ReadonlySet<number | undefined>;

  constructor(private readonly operators: Operators) {
    this.stroking = new Set(strokes.map((name) => operators[name]));
    this.filling = new Set(fills.map((name) => operators[name]));
  }

  take(operator: number, given: unknown): void {
    const { save, restore, transform, paintFormXObjectBegin, paintFormXObjectEnd, constructPath } =
      this.operators;
    if (operator === save) this.saved.push(this.matrix);
    else if (operator === restore || operator === paintFormXObjectEnd)
      this.matrix = this.saved.pop() ?? this.matrix;
    else if (operator === transform) this.matrix = times(this.matrix, given as Matrix);
    else if (operator === paintFormXObjectBegin) this.beginForm((given as [Matrix | null])[0]);
    else if (operator === constructPath) this.path(given as [number, readonly (ArrayLike<number> | null)[]]);
  }

  private beginForm(matrix: Matrix | null): void {
    this.saved.push(this.matrix);
    if (matrix) this.matrix = times(this.matrix, matrix);
  }

  private path([operator, [data]]: [number, readonly (ArrayLike<number> | null)[]]): void {
    const isStroked = this.stroking.has(operator);
    if (!data || !(isStroked || this.filling.has(operator))) return;
    for (const points of pathsIn(data)) {
      const placed = points.map((point) => place(this.matrix, point));
      if (isStroked) placed.slice(1).forEach((point, index) => this.add(placed[index]!, point));
      else this.addBox(placed);
    }
  }

  private addBox(points: readonly Point[]): void {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    this.add([Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]);
  }

  private add([x0, y0]: Point, [x1, y1]: Point): void {
    const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
    const [left, right] = [Math.min(x0, x1), Math.max(x0, x1)];
    const [low, high] = [Math.min(y0, y1), Math.max(y0, y1)];
    if (width <= thin && height > 1) this.lines.vertical.push({ at: (x0 + x1) / 2, from: low, to: high });
    else if (height <= thin && width > 1)
      this.lines.horizontal.push({ at: (y0 + y1) / 2, from: left, to: right });
  }
}

/** How pdfjs 5.4 writes a path: 0 move, 1 line, 2 curve, 3 close, 4 quadratic curve, each with its coordinates. */
function* pathsIn(data: ArrayLike<number>): Generator<Point[]> {
  let path: Point[] = [];
  for (let at = 0; at < data.length; ) {
    const operator = data[at++];
    const point = (skipped: number): Point => {
      at += skipped;
      return [data[at]!, data[at + 1]!];
    };
    if (operator === 0) {
      if (path.length > 1) yield path;
      path = [point(0)];
      at += 2;
    } else if (operator === 1 || operator === 2 || operator === 4) {
      path.push(point(operator === 1 ? 0 : operator === 2 ? 4 : 2));
      at += 2;
    } else if (operator === 3) {
      if (path[0]) path.push(path[0]);
    } else break;
  }
  if (path.length > 1) yield path;
}

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function place(m: Matrix, [x, y]: Point): Point {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}
