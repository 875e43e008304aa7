import { finalAccounts, type Measure } from '@fiscal/core';
import type { Cell, Grid } from '../published/published.js';
import { plain } from '../published/readable.js';
import { saidIn } from '../tables/figure-cell.js';
import { type ColumnMeaning, columnMeaning, type ColumnPlace } from './column-meaning.js';

/** One table among those that stand side by side in a grid: 科目 and 金额, three times over. */
export interface Panel {
  /** Columns of codes: one, or 类, 款 and 项 each for itself. None where rows have names alone. */
  codes: readonly number[];
  name: number | undefined;
  figures: readonly FigureColumn[];
}

export interface FigureColumn {
  at: number;
  header: string;
  meaning: ColumnMeaning;
}

export interface Columns {
  panels: readonly Panel[];
  /** How many rows are titles of columns. */
  height: number;
}

const code = /^\d{3,7}$/;

/** Which columns of a copied table hold codes, names and figures, and what their titles say of them. */
export function columnsOf({ rows }: Grid, isCoded: boolean, place: ColumnPlace): Columns | undefined {
  const height = rows.findIndex((row) => isData(row, isCoded));
  if (height < 0) return undefined;
  const data = rows.slice(height);
  const paths = headerPaths(rows.slice(0, height));
  const kinds = rows[0]!.map((_, column) =>
    kindOf(
      data.map((row) => row[column]!.text),
      paths[column] ?? [],
    ),
  );
  const panels = panelsOf(kinds, isCoded).map(
    ({ figures, ...panel }): Panel => ({
      ...panel,
      figures: figures.map((at) => ({
        at,
        header: paths[at]?.at(-1) ?? '',
        meaning: height === 0 ? undefined : columnMeaning(paths[at] ?? [], place),
      })),
    }),
  );
  return panels.length === 0 ? undefined : { panels: panels.map(withoutAmbiguity), height };
}

/** The first row with a name or a code and a figure; 栏次 1 2 3 numbers the columns. */
function isData(row: readonly Cell[], isCoded: boolean): boolean {
  const texts = row.map(({ text }) => plain(text));
  const first = texts.find((text) => text !== '') ?? '';
  if (/^(?:栏次|行次|类款项|类)/.test(first)) return false;
  const hasFigure = texts.some((text, column) => column > 0 && saidIn(text) !== undefined && !isOfYear(text));
  return (
    hasFigure && (isCoded ? texts.some((text) => code.test(text)) || /合计|总计/.test(first) : isName(first))
  );
}

function isOfYear(text: string): boolean {
  return /^20\d\d$/.test(text);
}

function isName(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Words that span several columns stand over the first of them alone, but over their own title. */
function headerPaths(rows: readonly (readonly Cell[])[]): string[][] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) =>
    rows.flatMap((row, at) => {
      const own = plain(row[column]!.text);
      const isLast = at === rows.length - 1;
      const text = own !== '' || isLast ? own : spanning(row, column);
      // 栏次 1 2 3 numbers the columns.
      return /^\d{0,2}$/.test(text) ? [] : [text];
    }),
  );
}

function spanning(row: readonly Cell[], column: number): string {
  return (
    row
      .slice(0, column)
      .reverse()
      .map(({ text }) => plain(text))
      .find((text) => text !== '') ?? ''
  );
}

type Kind = 'code' | 'name' | 'figure' | 'nothing';

function kindOf(texts: readonly string[], path: readonly string[]): Kind {
  const filled = texts.map(plain).filter((text) => text !== '');
  const most = (isMeant: (text: string) => boolean) => filled.filter(isMeant).length * 2 > filled.length;
  if (/^(?:行次|序号)$/.test(path.at(-1) ?? '')) return 'nothing';
  if (filled.length === 0) return 'nothing';
  if (/^[类款项]$/.test(path.at(-1) ?? '') || /编码$/.test(path.at(-1) ?? '')) return 'code';
  if (most((text) => code.test(text))) return 'code';
  return most(isName) ? 'name' : 'figure';
}

interface Bounds {
  codes: number[];
  name: number | undefined;
  figures: number[];
}

/** A panel begins with its codes, or with its names, behind the figures of the last one. */
function panelsOf(kinds: readonly Kind[], isCoded: boolean): Bounds[] {
  const panels: Bounds[] = [];
  for (const [column, kind] of kinds.entries()) {
    const last = panels.at(-1);
    const isOpen = last && last.figures.length === 0;
    if (kind === 'code') {
      if (isOpen && last.name === undefined) last.codes.push(column);
      else panels.push({ codes: [column], name: undefined, figures: [] });
    } else if (kind === 'name') {
      if (isOpen && last.name === undefined) last.name = column;
      else if (!isCoded || !last) panels.push({ codes: [], name: column, figures: [] });
      // 备注: whatever it says is told.
      else last.figures.push(column);
    } else if (kind === 'figure') last?.figures.push(column);
  }
  return panels.filter(({ codes, figures }) => figures.length > 0 && (!isCoded || codes.length > 0));
}

/** Of two columns that say the same nobody knows which is meant; a single one without a title is the figure itself. */
function withoutAmbiguity(panel: Panel): Panel {
  const measured = panel.figures.flatMap(({ meaning }) =>
    meaning?.kind === 'measure' ? [meaning.measure] : [],
  );
  const isAlone = (measure: Measure) => measured.filter((one) => one === measure).length === 1;
  const figures = panel.figures.map((column) => {
    const { meaning } = column;
    if (meaning?.kind === 'measure' && !isAlone(meaning.measure)) return { ...column, meaning: undefined };
    return column;
  });
  const [only] = figures;
  if (figures.length === 1 && only && !only.meaning && only.header === '')
    return { ...panel, figures: [{ ...only, meaning: { kind: 'measure', measure: finalAccounts } }] };
  return { ...panel, figures };
}
