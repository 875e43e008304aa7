import type { ContentsEntry } from './document.js';

export interface EntryTree {
  entry: ContentsEntry;
  children: EntryTree[];
}

/** Entries of a deeper level below the entry before them; a skipped level nests once. */
export function nestEntries(entries: ContentsEntry[]): EntryTree[] {
  const roots: EntryTree[] = [];
  const open: EntryTree[] = [];
  for (const entry of entries) {
    while (open.length > 0 && open.at(-1)!.entry.level >= entry.level) open.pop();
    const tree = { entry, children: [] };
    (open.at(-1)?.children ?? roots).push(tree);
    open.push(tree);
  }
  return roots;
}
