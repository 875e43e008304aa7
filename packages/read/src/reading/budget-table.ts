import {
  type Catalog,
  finalAccounts,
  initialBudget,
  type Measure,
  schemaChild,
  type SchemaItem,
  total,
} from '@fiscal/core';
import { columnsOf, type FigureColumn, type Panel } from '../paste/columns.js';
import { pastedRow, type PasteTarget } from '../paste/pasted-row.js';
import type { Reference, Variable } from '../pattern/meaning.js';
import { withoutOrdinal } from '../pattern/expression.js';
import type { Cell, Grid } from '../published/published.js';
import { plain } from '../published/readable.js';
import { saidIn } from '../tables/figure-cell.js';
import type { Bindings } from './binding.js';
import type { Said } from './reading.js';

/** What a table of a budget says: each of its figures is what was planned, never what was spent. */
export interface BudgetReading {
  figures: { of: Reference; bindings: Bindings; said: Said; cell: Cell }[];
  lines: Bindings[];
  /** Rows and columns that say what no block holds; a whole table, where nothing of it was understood. */
  rows: string[];
  columns: string[];
}

/** Which block a table of a budget is of, by the words above its columns. */
interface Target {
  block: readonly string[];
  classification: PasteTarget['classification'];
  kind: PasteTarget['kind'];
}

/** A document that plans the year: its tables speak of 预算, and nothing in it of what was spent. */
export function isBudget(words: string): boolean {
  const [planned, spent] = [/预算/g, /决算/g].map((one) => words.match(one)?.length ?? 0);
  return planned! >= 5 && planned! > 5 * spent!;
}

/** Reads a table of a budget by its title, its columns and its codes; nothing where those do not tell of what it is. */
export function readBudgetTable(
  grid: Grid,
  title: string,
  { schema, catalog, year }: { schema: SchemaItem; catalog: Catalog; year: number },
): BudgetReading | undefined {
  const words = plain(`${title}${grid.place.sheet ?? ''}`);
  if (isOfItems(grid)) return itemsInColumns(grid, schema);
  const target = targetOf(grid, words);
  if (!target) return undefined;
  const container = target.block.reduce<SchemaItem | undefined>(schemaChild, schema);
  const offered = new Set<Measure>([initialBudget]);
  const columns = columnsOf(grid, target.classification !== undefined, { offered, year });
  if (!columns) return undefined;
  const reading: BudgetReading = { figures: [], lines: [], rows: [], columns: [] };
  const paste = { ...target, schema: container, catalog, year, hasTotal: false };
  const [panel, ...others] = columns.panels;
  const planned = panel && plannedColumn(panel, grid, columns.height);
  if (!panel || !planned) return undefined;
  const variable: Variable = { name: '行', list: { steps: [...target.block, '项'] } };
  for (const cells of grid.rows.slice(columns.height)) take(cells);
  for (const { header, at } of [...panel.figures, ...others.flatMap(({ figures }) => figures)])
    if (at !== planned.at) reading.columns.push(...columnWords(grid, at, header, columns.height));
  return reading.figures.length > 0 ? reading : undefined;

  function take(cells: readonly Cell[]): void {
    const texts = cells.map(({ text }) => text);
    const cell = cells[planned!.at]!;
    const said = saidIn(cell.text);
    const own: Panel = {
      ...panel!,
      figures: [{ ...planned!, meaning: { kind: 'measure', measure: initialBudget } }],
    };
    const { row, unread } = pastedRow(
      target!.kind === 'item' ? inOwnWords(texts, panel!) : texts,
      own,
      paste,
    );
    if (!row || !said || !('digits' in said)) return void reading.rows.push(...unread);
    if (row.code === '') {
      const of = { steps: [...target!.block, row.name, initialBudget] };
      return void reading.figures.push({ of, bindings: new Map(), said, cell });
    }
    const bindings: Bindings = new Map([[variable, { 编码: row.code, 名称: row.name }]]);
    reading.lines.push(bindings);
    reading.figures.push({ of: { variable, steps: [initialBudget] }, bindings, said, cell });
  }
}

/** 1. 一般公共预算资金, below 财政拨款收入: what reports call 一般公共预算财政拨款收入. */
function inOwnWords(texts: readonly string[], { name }: Panel): string[] {
  return texts.map((text, at) => {
    const fund = /^(一般公共预算|政府性基金预算?|国有资本经营预算)(?:资金)?$/.exec(
      withoutOrdinal(plain(text)),
    )?.[1];
    return at !== name || fund === undefined ? text : `${fund.replace(/基金$/, '基金预算')}财政拨款收入`;
  });
}

const targets: readonly (readonly [RegExp, Target])[] = [
  [/基本支出/, { block: ['基本支出'], classification: 'economic', kind: 'economic' }],
  [/政府性基金/, { block: ['支出', '政府性基金'], classification: 'functional', kind: 'expenditure' }],
  [/国有资本经营/, { block: ['支出', '国有资本经营'], classification: 'functional', kind: 'expenditure' }],
  [/一般公共预算/, { block: ['支出', '一般公共预算'], classification: 'functional', kind: 'expenditure' }],
  [/收入/, { block: ['收入', '按科目'], classification: 'functional', kind: 'incomeBySubject' }],
];

/** The words over all columns say it: 一般公共预算支出. Of 收支总表 the first half is of what comes in. */
function targetOf({ rows }: Grid, words: string): Target | undefined {
  const codes = rows.flatMap((row) => row.slice(0, 3).map(({ text }) => plain(text)));
  const isEconomic = codes.some((text) => /^30[123]$/.test(text));
  const isFunctional = codes.some((text) => /^2[0-3]\d(?:\d{2}){0,2}$/.test(text));
  const head = plain((rows[0] ?? []).map(({ text }) => text).join(''));
  if (!isEconomic && !isFunctional) {
    const isBoth = /收入/.test(head) && /支出/.test(head) && !/财政拨款/.test(head + words);
    return isBoth ? { block: ['收入'], classification: undefined, kind: 'item' } : undefined;
  }
  const wanted = isEconomic ? 'economic' : 'functional';
  for (const where of [head, words]) {
    const found = targets.find(
      ([pattern, { classification }]) => classification === wanted && pattern.test(where),
    );
    if (found) return found[1];
  }
  return undefined;
}

/** The one column that is what was planned in all: 预算数, or 合计 before 基本支出 and 项目支出. */
function plannedColumn({ figures }: Panel, grid: Grid, height: number): FigureColumn | undefined {
  const named = figures.filter(({ header }) => /^(?:\d{4}年?度?)?(?:年初)?预算数?$/.test(plain(header)));
  const sums = figures.filter(
    ({ meaning }) => meaning?.kind === 'measure' && meaning.measure === finalAccounts,
  );
  const found = named.length > 0 ? named : sums;
  return found.length === 1 && hasFigures(grid, found[0]!.at, height) ? found[0] : undefined;
}

/** 基本支出 16093326.00 6093114.80; nothing for a column without figures. */
function columnWords(grid: Grid, at: number, header: string, height: number): string[] {
  if (!hasFigures(grid, at, height)) return [];
  const texts = grid.rows.slice(height).map((row) => row[at]?.text.trim() ?? '');
  return [[header, ...texts].filter((text) => text !== '').join(' ')];
}

function hasFigures({ rows }: Grid, at: number, height: number): boolean {
  return rows.slice(height).some((row) => saidIn(row[at]?.text ?? '') !== undefined);
}

/** “三公”经费: its items stand over the columns, and one row has their figures. */
function isOfItems({ rows }: Grid): boolean {
  const head = plain(
    rows
      .slice(0, 3)
      .map((row) => row.map(({ text }) => text).join(''))
      .join(''),
  );
  return /三公/.test(head) && /公务接待费/.test(head) && rows.slice(1).filter(isOfFigures).length === 1;
}

function isOfFigures(row: readonly Cell[]): boolean {
  const filled = row.map(({ text }) => plain(text)).filter((text) => text !== '');
  return filled.length > 0 && filled.every((text) => saidIn(text) !== undefined);
}

function itemsInColumns({ rows }: Grid, schema: SchemaItem): BudgetReading {
  const at = rows.findIndex(isOfFigures);
  const reading: BudgetReading = { figures: [], lines: [], rows: [], columns: [] };
  const block = schemaChild(schema, '三公经费');
  const seen = new Set<string>();
  for (const [column, cell] of rows[at]!.entries()) {
    const said = saidIn(cell.text);
    if (!said || !('digits' in said)) continue;
    const path = rows.slice(0, at).map((row) => withoutOrdinal(plain(row[column]!.text)));
    const item = itemOf(path, block, schema);
    const key = item?.join('.') ?? '';
    if (!item || seen.has(key)) reading.columns.push(path.at(-1) ?? '');
    else reading.figures.push({ of: { steps: [...item, initialBudget] }, bindings: new Map(), said, cell });
    seen.add(key);
  }
  return reading;
}

/** 小计 and 购置费 are of what stands above them. */
function itemOf(
  path: readonly string[],
  block: SchemaItem | undefined,
  schema: SchemaItem,
): string[] | undefined {
  const [own = '', above = ''] = [...new Set(path)].reverse();
  if (/机关运行经费/.test(path.join('')))
    return schemaChild(schema, '机关运行经费') ? ['机关运行经费'] : undefined;
  if (own === '合计') return ['三公经费', total];
  const ofCars = /公务用车/.test(above) ? belowCars[own] : undefined;
  const item = schemaChild(block, ofCars ?? own.replaceAll('(', '（').replaceAll(')', '）'));
  return item && ['三公经费', item.name];
}

/** What stands below 公务用车购置及运行费, and what it is called by itself. */
const belowCars: Record<string, string> = {
  小计: '公务用车购置及运行维护费',
  购置费: '公务用车购置费',
  运行费: '公务用车运行维护费',
  运行维护费: '公务用车运行维护费',
};
