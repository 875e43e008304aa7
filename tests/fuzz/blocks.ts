/** Lines from `start` up to, but without, `end`. */
export interface Block {
  start: number;
  end: number;
}

/** Every `… { … }` that stands on lines of its own. */
export function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  const open: number[] = [];
  for (const [index, line] of lines.entries()) {
    const balance = count(line, /[{｛]/g) - count(line, /[}｝]/g);
    for (let more = 0; more < balance; more++) open.push(index);
    for (let less = balance; less < 0; less++) {
      const start = open.pop();
      if (start !== undefined) blocks.push({ start, end: index + 1 });
    }
  }
  return blocks;
}

function count(line: string, sign: RegExp): number {
  return line.match(sign)?.length ?? 0;
}
