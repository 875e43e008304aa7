import type { Grid, Published, PublishedBlock } from '../published/published.js';
import { plain } from '../published/readable.js';
import { bindingsIn, type Bindings } from '../reading/binding.js';
import { withoutOrdinal } from '../pattern/expression.js';
import { similarity } from './similarity.js';
import type { TablePattern } from './table-pattern.js';

/** A grid with the table of the template that its title names. */
export interface FoundTable {
  grid: Grid;
  /** Of those that have this title, the one is meant that fits best. */
  patterns: readonly TablePattern[];
  /** What the title's holes say. */
  bindings: Bindings;
  title: string;
  /** Blocks of the document that it is made of: the lines of its title, and its grids. */
  blocks: readonly PublishedBlock[];
}

/** Lines above a grid that may name it. */
const nearby = 5;

/** The tables of a document, each with the template's table of its title; parts of one table are put together. */
export function findTables({ blocks }: Published, patterns: readonly TablePattern[]): FoundTable[] {
  const found: FoundTable[] = [];
  const untitled = patterns.filter(({ title }) => title === '');
  let above: (PublishedBlock & { kind: 'line' })[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'grid' && isOfChart(above.at(-1), blocks[index + 1])) continue;
    if (block.kind === 'line') {
      above = [...above.slice(1 - nearby), block];
      continue;
    }
    const last = found.at(-1);
    const titled = titleAbove(above, block, patterns);
    if (!titled && last && continues(last.grid, block, above)) {
      found[found.length - 1] = joined(last, block, above);
    } else {
      const lines = above.slice(titled ? titled.index : above.length);
      found.push({
        grid: block,
        patterns: titled?.patterns ?? untitled,
        bindings: titled?.bindings ?? new Map(),
        title: titled?.title ?? '',
        blocks: [...lines, block],
      });
    }
    above = [];
  }
  return found;
}

function titleAbove(
  above: readonly { text: string }[],
  { caption }: Grid,
  patterns: readonly TablePattern[],
): (Titled & { title: string; index: number }) | undefined {
  const lines = [...above.map(({ text }) => text), ...(caption === undefined ? [] : [caption])];
  for (let index = lines.length - 1; index >= 0; index--) {
    const title = titleIn(lines[index]!);
    const titled = title === '' ? undefined : patternsOf(title, patterns);
    if (titled) return { ...titled, title, index: Math.min(index, above.length) };
  }
  return undefined;
}

/** 收入支出决算总表公开01表单位：万元 → 收入支出决算总表 */
function titleIn(line: string): string {
  const bare = plain(line).replace(/(?:公开\d+表)|(?:金额)?(?:单位|编制部门|编制单位|部门):.*$/g, '');
  return withoutOrdinal(bare.replace(/^附?表[一二三四五六七八九十\d]+[:、.]?/, ''));
}

/** The figures of a chart once more, below or above its caption: 图1：收、支决算总计变动情况图. */
function isOfChart(...beside: readonly (PublishedBlock | undefined)[]): boolean {
  return beside.some(
    (block) => block?.kind === 'line' && /^图[\d一二三四五六七八九十]+[:、.]/.test(plain(block.text)),
  );
}

interface Titled {
  patterns: readonly TablePattern[];
  bindings: Bindings;
}

function patternsOf(title: string, patterns: readonly TablePattern[]): Titled | undefined {
  const named = patterns.filter((pattern) => pattern.title !== '');
  for (const words of [title, withoutYear(title)]) {
    const exact = named.filter(({ titled }) => titled.expression.test(words));
    if (exact[0]) return { patterns: exact, bindings: bindingsIn(exact[0].titled, words) };
  }
  const ranked = named
    .map((pattern) => ({ pattern, like: similarity(withoutYear(pattern.title), withoutYear(title)) }))
    .sort((a, b) => b.like - a.like);
  return ranked[0] && ranked[0].like > 0.9
    ? { patterns: [ranked[0].pattern], bindings: new Map() }
    : undefined;
}

function withoutYear(title: string): string {
  return title.replace(/^\d{4}年度?(?=.)/, '');
}

/** A table that goes on over the page: as wide, and nothing but page numbers between. */
function continues(before: Grid, { rows }: Grid, between: readonly { text: string }[]): boolean {
  const isNothing = between.every(({ text }) =>
    /^(?:[-—–]?\d{1,3}[-—–]?|(?:金额)?单位:.*|)$/.test(plain(text)),
  );
  return isNothing && rows[0]?.length === before.rows[0]?.length;
}

function joined(table: FoundTable, grid: Grid, between: readonly PublishedBlock[]): FoundTable {
  const rows = [...table.grid.rows, ...withoutRepeatedHeader(grid.rows, table.grid.rows)];
  return { ...table, grid: { ...table.grid, rows }, blocks: [...table.blocks, ...between, grid] };
}

/** A table that goes on over the page has its header again there. */
function withoutRepeatedHeader(rows: Grid['rows'], before: Grid['rows']): Grid['rows'] {
  const words = (row: Grid['rows'][number] | undefined) => row?.map(({ text }) => plain(text)).join('|');
  let height = 0;
  while (height < rows.length && words(rows[height]) === words(before[height])) height += 1;
  return rows.slice(height);
}
