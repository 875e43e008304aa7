/**
 * The smallest report that still shows something: blocks, then lines are taken away, as long as it does. `shows` is
 * asked some hundred times at most.
 */
export function shrunk(text: string, shows: (text: string) => boolean, most = 300): string {
  const lines = text.split('\n');
  const ranges = rangesOf(lines);
  const gone = new Set(lines.flatMap((line, index) => (/^\s*(\/\/|$)/.test(line) ? [index] : [])));
  const without = (more: ReadonlySet<number>) =>
    lines.filter((_, index) => !gone.has(index) && !more.has(index)).join('\n');
  let left = most;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const range of ranges) {
      if (gone.has(range.from) || left-- <= 0) continue;
      const members = new Set<number>();
      for (let index = range.from; index <= range.to; index++) members.add(index);
      if (!shows(without(members))) continue;
      for (const index of members) gone.add(index);
      isSmaller = true;
    }
  }
  return without(new Set());
}

interface Range {
  from: number;
  to: number;
}

/** Blocks and lines inside of the report but the one that chooses its template, the longest first. */
function rangesOf(lines: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const open: number[] = [];
  for (const [index, line] of lines.entries()) {
    const [opened, closed] = [line.split('{').length - 1, line.split('}').length - 1];
    if (opened > closed) open.push(index);
    else if (closed > opened) ranges.push({ from: open.pop() ?? 0, to: index });
    else if (line.trim() !== '') ranges.push({ from: index, to: index });
  }
  const last = lines.findLastIndex((line) => line.includes('}'));
  const inside = ranges.filter(({ from, to }) => to < last && !/^ *(模板|\S+决算) /.test(lines[from]!));
  return inside.sort((a, b) => b.to - b.from - (a.to - a.from));
}
