import type { Line, Published } from './published.js';

/** More lines than these no entry of a list of contents takes. */
const mostLinesOfEntry = 3;

/** Fewer than these are no list. */
const fewestEntries = 3;

interface Entry {
  lines: number[];
  page: number;
}

/**
 * Without the list of contents below 目录: titles that stand in the document again, each with the page that it stands
 * on, which never goes back. Everything else between them stays: 公开时间, a title that is nowhere else.
 */
export function withoutContents(published: Published): Published {
  const { blocks } = published;
  const head = blocks.findIndex((block) => block.kind === 'line' && squeezed(block.text) === '目录');
  const entries = head < 0 ? [] : entriesBelow(published, head);
  if (entries.length < fewestEntries) return published;
  const dropped = new Set([head, ...entries.flatMap(({ lines }) => lines)]);
  return { ...published, blocks: blocks.filter((_, index) => !dropped.has(index)) };
}

function entriesBelow({ blocks }: Published, head: number): Entry[] {
  const entries: Entry[] = [];
  const titles = blocks.map((block) => (block.kind === 'line' ? titleOf(block) : undefined));
  /** Lines since the last entry. */
  let open: number[] = [];
  for (let at = head + 1; titles[at] !== undefined && open.length < mostLinesOfEntry; at++) {
    const [, words, digits] = /^(.*\D)(\d{1,3})$/s.exec(titles[at]!) ?? [];
    const page = Number(digits);
    const lines =
      words === undefined || page < (entries.at(-1)?.page ?? 0)
        ? undefined
        : entryEnding(open, at, words, titles);
    if (lines) entries.push({ lines, page });
    open = lines ? [] : [...open, at];
  }
  return entries;
}

/** The lines of an entry that ends here: its words stand together further below. A long title begins lines before. */
function entryEnding(
  open: readonly number[],
  at: number,
  words: string,
  titles: readonly (string | undefined)[],
): number[] | undefined {
  for (let start = open.length; start >= 0; start--) {
    const before = open.slice(start);
    const title = [...before.map((line) => titles[line]!), words].join('');
    if (titles.some((other, index) => index > at && other === title)) return [...before, at];
  }
  return undefined;
}

/** Without what a number of its own leaves different: 一、收入决算表, 附表2 收入决算表; 附表 10 alone is a title and its page. */
function titleOf({ text }: Line): string {
  return squeezed(text).replace(
    /^(第[一二三四五六七八九十]+部分|[（(]?[一二三四五六七八九十]+[）)、]|附?[表件][一二三四五六七八九十\d]+[：:]?(?![一二三四五六七八九十\d]|$))/,
    '',
  );
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
