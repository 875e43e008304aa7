import { evaluateNodes, type TablePanel, type TableTemplate, type TextNode } from '@fiscal/core';
import type { Inline, Table, TableRow } from '../../document/document.js';
import { plainText } from '../../document/plain-text.js';
import type { Composer, Place } from '../composer.js';
import { addEntry } from '../headings.js';
import { inlinesOf, numbered, richInlines } from '../inlines.js';
import { filledIn } from '../filled-in.js';
import { numberBy } from '../numbering.js';
import type { Cell } from './cell.js';
import { type Column, columnsOf, expandColumns } from './columns.js';
import { headerRows } from './header.js';
import { alignOf, columnNumbers, numberRows, withRowNumbers } from './numbers-of-form.js';
import { blankRow, composeRows, type Row } from './rows.js';
import type { Panel } from './panel.js';
import { sideBySide } from './side-by-side.js';

/** A table with header, rows and notes; none when it has no column. */
export function composeTable(node: TableTemplate, place: Place, composer: Composer): Table[] {
  const label = node.label ? richInlines(node.label, place.scope, composer.settings) : [];
  const isAnnex = label.length > 0;
  const numbersRows = isAnnex && composer.settings.numbersRows && node.panels.length > 1;
  const composed = node.panels.map((panel) => composePanel(panel, place, composer));
  const panels = numbersRows ? composed.map(withRowNumbers) : composed;
  const leaves = panels.flatMap((panel) => panel.leaves);
  if (leaves.length === 0) return [];
  const joined = sideBySide(panels);
  const rows = numbersRows ? numberRows(joined, panels) : joined;
  const form = rows.length > 0 ? rows : [blankRow(leaves.length)];
  const isListed = place.level + 1 <= composer.settings.contentsLevels;
  const id = idOf(label, isListed, place, composer);
  const naming = namingColumns(panels);
  const title = titleOf(node, id, place, composer);
  const header = headerRows(panels);
  if (isAnnex && composer.settings.numbersColumns) header.push(columnNumbers(leaves));
  return [
    {
      kind: 'table',
      id,
      title,
      label,
      unit: headNote(isAnnex, unitNote(rows, leaves, place, composer), place, composer),
      header,
      columns: leaves.map((leaf) => ({ align: alignOf(leaf) })),
      rows: form.map((row) => finishRow(row, naming)),
      notes: notesOf(node, rows, place, composer),
      ...((label.length > 0 || (isListed && title.length > 0)) && { startsPage: true }),
    },
  ];
}

/** 公开07表 is 表-7 in every report, and the seventh of those that the contents list where they have no label. */
function idOf(label: readonly Inline[], isListed: boolean, { counts }: Place, composer: Composer): string {
  const digits = /\d+/.exec(plainText([...label]))?.[0].replace(/^0+(?=\d)/, '');
  const number = digits ?? (isListed ? String(counts.tables + 1) : undefined);
  const wish = number === undefined ? `内表-${++composer.tables}` : `表-${number}`;
  let id = wish;
  for (let count = 2; composer.tableIds.has(id); count += 1) id = `${wish}-${count}`;
  composer.tableIds.add(id);
  return id;
}

function composePanel(panel: TablePanel, { scope }: Place, { settings }: Composer): Panel {
  const columns = expandColumns(panel.columns, scope, settings);
  const leaves = columnsOf(columns);
  return {
    title: panel.title ? richInlines(panel.title, scope, settings) : [],
    columns,
    leaves,
    width: leaves.length,
    rows: composeRows(panel.rows, leaves, scope, settings),
  };
}

/** A titled table is counted below its heading and listed in the contents. */
function titleOf(node: TableTemplate, id: string, place: Place, composer: Composer): Inline[] {
  const { settings } = composer;
  const title = richInlines(node.title, place.scope, settings);
  if (title.length === 0) return title;
  const number = numberBy(settings.numbering.table, ++place.counts.tables);
  addEntry(composer, place.level + 1, id, number, title);
  return settings.numberedTables ? numbered(number, title) : title;
}

/** 单位：万元, unless the table has no figures or they are all of another kind. */
function unitNote(
  rows: readonly Row[],
  leaves: readonly Column[],
  { scope }: Place,
  { settings }: Composer,
): string {
  const cells = rows.flatMap((row) => row.cells);
  const some = (kind: Cell['figures']) => cells.some(({ figures }) => figures === kind);
  const hasFigures = leaves.some(({ form }) => form === 'figure');
  if (!some('money') && (rows.length > 0 || !hasFigures)) return '';
  return settings.unitNote.replaceAll('{单位}', scope.base.moneyUnit);
}

/** 公开部门：示例县档案馆　2024年度　单位：万元. */
function headNote(
  isAnnex: boolean,
  unit: string,
  { scope: { base } }: Place,
  { settings }: Composer,
): string {
  const note = isAnnex ? filledIn(settings.annexNote, base) : '';
  return [note, unit].filter((part) => part !== '').join('　');
}

/** The notes, and 空表 where nothing in the table has a value. */
function notesOf(
  node: TableTemplate,
  rows: readonly Row[],
  { scope }: Place,
  { settings }: Composer,
): Inline[][] {
  const isEmpty = !rows.some((row) => row.cells.some(({ hasValue }) => hasValue));
  const notes: TextNode[][] = isEmpty && node.empty ? [...node.notes, node.empty] : node.notes;
  return notes
    .map((note) => inlinesOf(evaluateNodes(note, scope), scope, settings))
    .filter((content) => content.length > 0);
}

/** A cell of words in each panel names the row. */
function finishRow({ total, cells }: Row, naming: ReadonlySet<number>): TableRow {
  return {
    total,
    cells: cells.map(({ content }, index) => ({ content, header: naming.has(index) && content.length > 0 })),
  };
}

/** The first text column of a panel that has words in it, not codes or numbers alone; otherwise its first text column. */
function namingColumns(panels: readonly Panel[]): Set<number> {
  return new Set(
    panels.flatMap(({ leaves, rows }, panel) => {
      const texts = leaves.flatMap(({ form }, index) => (form === 'text' ? [index] : []));
      const words = texts.find((index) => rows.some(({ cells }) => hasWords(cells[index]!)));
      const column = words ?? texts[0];
      return column === undefined ? [] : [startOf(panels, panel) + column];
    }),
  );
}

function hasWords({ content }: Cell): boolean {
  return /\p{Script=Han}/u.test(plainText(content));
}

function startOf(panels: readonly Panel[], index: number): number {
  return panels.slice(0, index).reduce((sum, { leaves }) => sum + leaves.length, 0);
}
