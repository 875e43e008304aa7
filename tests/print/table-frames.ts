/** A picture as poppler writes it with `-gray`: one byte a dot, black is 0. */
export interface GrayPicture {
  width: number;
  height: number;
  dots: Uint8Array;
}

/** Reads a PGM (P5) of 256 shades. */
export function grayPicture(bytes: Buffer): GrayPicture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'))!;
  return { width: Number(head[1]), height: Number(head[2]), dots: bytes.subarray(head[0].length) };
}

interface Frame {
  /** Where the lines across lie. */
  top: number;
  bottom: number;
  /** Whether a line down closes them on this side. */
  left: boolean;
  right: boolean;
}

/** Wherever two lines of the same length follow on one another, whether both their ends are closed. */
export function tableFrames(picture: GrayPicture): Frame[] {
  const lines = linesAcross(picture);
  return lines.slice(1).flatMap((line, index) => {
    const above = lines[index]!;
    const together = Math.abs(above.from - line.from) <= near && Math.abs(above.to - line.to) <= near;
    const height = line.y - above.y;
    if (!together || height < 3 * near || height > mostRow) return [];
    const closed = (x: number) => closedAt(picture, x, above.y, line.y);
    return [{ top: above.y, bottom: line.y, left: closed(line.from), right: closed(line.to) }];
  });
}

/** Dots at 150 to the inch: lines are two wide, a row is a few lines of text high. */
const near = 3;
const mostRow = 120;
/** A line of the table is gray. */
const dark = 200;

interface LineAcross {
  y: number;
  from: number;
  to: number;
}

/** Lines longer than a third of the page; of one that is several dots thick, the last row. */
function linesAcross({ width, height, dots }: GrayPicture): LineAcross[] {
  const found: LineAcross[] = [];
  for (let y = 0; y < height; y += 1) {
    let from = 0;
    for (let x = 0; x <= width; x += 1) {
      if (x < width && dots[y * width + x]! < dark) continue;
      if (x - from > width / 3) {
        if (found.at(-1)?.y === y - 1) found.pop();
        found.push({ y, from, to: x - 1 });
      }
      from = x + 1;
    }
  }
  return found;
}

function closedAt({ width, dots }: GrayPicture, x: number, top: number, bottom: number): boolean {
  const middle = Math.floor((top + bottom) / 2);
  for (let beside = x - near; beside <= x + near; beside += 1)
    if (dots[middle * width + beside]! < dark) return true;
  return false;
}
