interface Box {
  /** Where the upper edge would like to be. */
  wish: number;
  height: number;
}

interface Group {
  boxes: Box[];
  top: number;
  height: number;
}

/**
 * Upper edges of boxes in one column, in the order given, as near to their wishes as possible without overlap
 * and between `low` and `high` (their heights fit in there). Touching boxes share their displacement evenly.
 */
export function stack(boxes: Box[], low: number, high: number): number[] {
  const groups: Group[] = [];
  for (const box of boxes) {
    let group = settle([box], low, high);
    while (groups.length > 0 && bottom(groups.at(-1)!) > group.top)
      group = settle([...groups.pop()!.boxes, ...group.boxes], low, high);
    groups.push(group);
  }
  return groups.flatMap(tops);
}

function bottom(group: Group): number {
  return group.top + group.height;
}

/** The group's top that is nearest to all wishes at once: the mean of what each box asks of it. */
function settle(boxes: Box[], low: number, high: number): Group {
  let height = 0;
  let asked = 0;
  for (const box of boxes) {
    asked += box.wish - height;
    height += box.height;
  }
  const top = Math.max(low, Math.min(high - height, asked / boxes.length));
  return { boxes, top, height };
}

function tops(group: Group): number[] {
  let top = group.top;
  return group.boxes.map((box) => {
    const own = top;
    top += box.height;
    return own;
  });
}
