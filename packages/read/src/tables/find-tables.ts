import type { Cell, Grid, Line, Published, PublishedBlock } from '../published/published.js';
import { plain } from '../published/readable.js';
import { bindingsIn, type Bindings } from '../reading/binding.js';
import { withoutOrdinal } from '../pattern/expression.js';
import { saidIn } from './figure-cell.js';
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
  /** The lines above it. */
  above: readonly Line[];
  /** Blocks of the document that it is made of: the lines of its title, and its grids. */
  blocks: readonly PublishedBlock[];
}

/** Lines above a grid that may name it. */
const nearby = 5;

/** The tables of a document, each with the template's table of its title; parts of one table are put together. */
export function findTables({ blocks }: Published, patterns: readonly TablePattern[]): FoundTable[] {
  const found: FoundTable[] = [];
  const untitled = patterns.filter(({ title }) => title === '');
  let above: Line[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'grid' && isOfChart(above.at(-1), blocks[index + 1])) continue;
    if (block.kind === 'line') {
      above = [...above.slice(1 - nearby), block];
      continue;
    }
    const last = found.at(-1);
    const titled = titleAbove(above, block, patterns);
    const goesOn = titled ? isTitledAgain(last, titled, block) : continues(last?.grid, block, above);
    if (last && goesOn) {
      found[found.length - 1] = joined(last, block, above);
    } else {
      const lines = above.slice(titled ? titled.index : above.length);
      found.push({
        grid: block,
        patterns: titled?.patterns ?? untitled,
        bindings: titled?.bindings ?? new Map(),
        title: titled?.title ?? '',
        above,
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

/** 收入支出决算总表公开01表单位：万元 → 收入支出决算总表; (续表) before or behind it says that it goes on. */
function titleIn(line: string): string {
  const bare = plain(line)
    .replace(/(?:公开\d+表)|(?:金额)?(?:单位|编制部门|编制单位|部门):.*$/g, '')
    .replace(continued, '');
  return withoutOrdinal(bare.replace(/^附?表[一二三四五六七八九十\d]+[:、.]?/, ''));
}

const continued =
  /^续表[一二三四五六七八九十\d]*[:、]?|[(]续表?[一二三四五六七八九十\d]*[)]$|续表[一二三四五六七八九十\d]*$|[(]\d{1,2}[)]$/g;

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

/** A table that goes on over the page: as wide, and nothing but page numbers, 续表 and names of sheets between. */
function continues(before: Grid | undefined, { rows }: Grid, between: readonly { text: string }[]): boolean {
  const isNothing = between.every(({ text }) => ofPages.test(plain(text)));
  return isNothing && before !== undefined && isAsWide(rows, before);
}

/** A sheet is no wider than what stands in it. */
function isAsWide(rows: Grid['rows'], before: Grid): boolean {
  const [own, wanted] = [rows[0]?.length ?? 0, before.rows[0]?.length ?? 0];
  return own === wanted || (before.place.sheet !== undefined && own > 1 && own < wanted);
}

const ofPages =
  /^(?:[-—–]?\d{1,3}[-—–]?|第\d{1,3}页(?:,?共\d{1,3}页)?|(?:金额)?单位:.*|公开\d+表|[(]?(?:接上页|续上?表)[^\d.]*[)]?|(?:sheet|工作表)\d*|)$/i;

/** A table has its title again on its next page: as wide, and with other rows than before. */
function isTitledAgain(
  last: FoundTable | undefined,
  { title, bindings }: Titled & { title: string },
  { rows }: Grid,
): boolean {
  const isSame =
    last?.title === title &&
    JSON.stringify([...last.bindings.values()]) === JSON.stringify([...bindings.values()]);
  if (!isSame || rows[0]?.length !== last.grid.rows[0]?.length) return false;
  const known = new Set(last.grid.rows.map(namesIn));
  const more = withoutRepeatedHeader(rows, last.grid.rows)
    .map(namesIn)
    .filter((names) => names !== '');
  return more.length > 0 && more.filter((names) => known.has(names)).length * 2 < more.length;
}

/** Codes and names of a row; without its amounts. */
function namesIn(row: Grid['rows'][number]): string {
  return [...new Set(row)]
    .map(({ text }) => plain(text))
    .filter((text) => /\p{Script=Han}/u.test(text) || /^\d{2,7}$/.test(text))
    .join('|');
}

function joined(table: FoundTable, grid: Grid, between: readonly PublishedBlock[]): FoundTable {
  const width = table.grid.rows[0]?.length ?? 0;
  const wide = grid.rows.map((row) => [...row, ...blanks(row, width)]);
  const rows = withRestOfRow(table.grid.rows, withoutRepeatedHeader(wide, table.grid.rows));
  return { ...table, grid: { ...table.grid, rows }, blocks: [...table.blocks, ...between, grid] };
}

function blanks([first, ...rest]: Grid['rows'][number], width: number): Cell[] {
  const missing = Math.max(0, width - 1 - rest.length);
  return Array.from({ length: missing }, () => ({ ...first!, text: '', column: width - 1 }));
}

/** A table that goes on over the page has its header again there. */
function withoutRepeatedHeader(rows: Grid['rows'], before: Grid['rows']): Grid['rows'] {
  const words = (row: Grid['rows'][number] | undefined) => row?.map(({ text }) => plain(text)).join('|');
  let height = 0;
  while (height < rows.length && words(rows[height]) === words(before[height])) height += 1;
  return rows.slice(height);
}

/** A row that the end of a page cuts goes on there, with the words that are left of its cells. */
function withRestOfRow(before: Grid['rows'], rows: Grid['rows']): Grid['rows'] {
  const [last, rest] = [before.at(-1), rows[0]];
  if (!last || !rest || !isRestOf(last, rest, before)) return [...before, ...rows];
  const cells = new Map<Cell, Cell>();
  const whole = last.map((cell, column) => {
    const other = rest[column]!;
    const known = cells.get(cell) ?? { ...cell, text: cell.text + other.text };
    cells.set(cell, known);
    return known;
  });
  return [...before.slice(0, -1), whole, ...rows.slice(1)];
}

/** All other rows begin with a code or a name; what goes on has no number of its own, and one part has the figures. */
function isRestOf(last: Grid['rows'][number], rest: Grid['rows'][number], before: Grid['rows']): boolean {
  const words = (row: Grid['rows'][number]) => row.map(({ text }) => plain(text));
  const isBegun = before.every((row) => words(row)[0] !== '');
  const isPlain = words(rest).every((text) => !ownRow.test(text));
  const hasFigure = (row: Grid['rows'][number]) => words(row).some((text) => saidIn(text) !== undefined);
  const isText = words(rest).some((text) => /\p{Script=Han}/u.test(text));
  const isCut = words(rest)[0] === '' && isText && isPlain && !(hasFigure(last) && hasFigure(rest));
  return isCut && isBegun && before.some(hasFigure);
}

/** What begins a row, and goes on with none. */
const ownRow = /^(?:其中|合计|小计|总计|[(（]?[一二三四五六七八九十]+[)）、])/;
