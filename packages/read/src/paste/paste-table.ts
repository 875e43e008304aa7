import {
  finalAccounts,
  isRate,
  type Measure,
  measureNamed,
  measures,
  parseFigure,
  wordsOf,
  wordsOffered,
} from '@fiscal/core';
import { quotedIfNeeded } from '@fiscal/language';
import type { Grid } from '../published/published.js';
import { plain } from '../published/readable.js';
import { clipboardGrid } from './clipboard-grid.js';
import { type Columns, columnsOf } from './columns.js';
import { isProven, layoutsOf } from './layouts.js';
import { type PastedRow, pastedRow, type PasteTarget } from './pasted-row.js';
import { withoutSums } from './without-sums.js';

export type { PasteTarget } from './pasted-row.js';

/** Lines of the block; what of the table became none, as it was copied. */
export interface PastedTable {
  lines: readonly string[];
  unread: readonly string[];
  /** What the columns that were read are, in order: 决算, 基本, 项目. */
  columns: readonly Measure[];
}

/**
 * A copied table as lines of a block, the likeliest reading first; none where it is no table, or not of that block.
 * The titles of the columns say what they are; where rows alone were copied, their order does, and the sums of the
 * rows prove it or leave a choice.
 */
export function pasteTable(text: string, target: PasteTarget): PastedTable[] {
  const grid = clipboardGrid(text);
  if (!grid) return [];
  const offered = new Set(wordsOffered(target.kind, measures).map(measureNamed));
  const columns = columnsOf(grid, target.classification !== undefined, { offered, year: target.year });
  if (!columns) return [];
  const readings = columns.height > 0 ? [columns] : byOrder(columns, grid, target);
  return readings.flatMap((meant) => read(grid, meant, target) ?? []);
}

/** Without titles the order of the columns says what they are; all panels have the same. */
function byOrder(columns: Columns, { rows }: Grid, { kind }: PasteTarget): Columns[] {
  const { panels } = columns;
  const width = panels[0]!.figures.length;
  if (panels.some(({ figures }) => figures.length !== width)) return [];
  const figures = panels.flatMap((panel) =>
    rows.map((row) => panel.figures.map(({ at }) => parseFigure(plain(row[at]!.text)))),
  );
  const layouts = layoutsOf(kind, width);
  const proven = layouts.filter((layout) => isProven(layout, figures));
  return (proven.length > 0 ? proven : layouts).map((layout) => ({
    ...columns,
    panels: panels.map((panel) => ({
      ...panel,
      figures: panel.figures.map((column, index) => ({
        ...column,
        meaning: { kind: 'measure', measure: layout[index]! },
      })),
    })),
  }));
}

function read(grid: Grid, { panels, height }: Columns, target: PasteTarget): PastedTable | undefined {
  const rows: PastedRow[] = [];
  const unread: string[] = [];
  const seen = new Set<string>();
  for (const row of grid.rows.slice(height))
    for (const panel of panels) {
      const texts = row.map(({ text }) => text);
      const found = pastedRow(texts, panel, target);
      unread.push(...found.unread);
      if (!found.row) continue;
      const { code, name, isTotal } = found.row;
      const key = `${code} ${name}`;
      // A second row of one name is of something else: what is left of an earlier year, a part of another row.
      const isDoubled = seen.has(key) || (isTotal && target.hasTotal);
      if (isDoubled) unread.push(texts.filter((text) => text.trim() !== '').join(' '));
      else rows.push(found.row);
      seen.add(key);
    }
  if (rows.every(({ isTotal }) => isTotal)) return undefined;
  return { lines: withoutSums(rows).map(lineOf), unread, columns: measuresOf(panels[0]!.figures) };
}

function measuresOf(figures: Columns['panels'][number]['figures']): Measure[] {
  return figures.flatMap(({ meaning }) => (meaning?.kind === 'measure' ? [meaning.measure] : []));
}

function lineOf({ code, name, figures }: PastedRow): string {
  const named = name === '' ? '' : quotedIfNeeded(name);
  const own = figures.get(finalAccounts) ?? '';
  const rest = [...figures].filter(([measure]) => measure !== finalAccounts).map(said);
  return [code, named, own, ...rest].filter((part) => part !== '').join(' ');
}

function said([measure, digits]: readonly [Measure, string]): string {
  const entry = measures.find(({ name }) => name === measure);
  const word = (entry && wordsOf(entry)[0]) ?? measure;
  return `${word} ${digits}${isRate(measure) ? '%' : ''}`;
}
