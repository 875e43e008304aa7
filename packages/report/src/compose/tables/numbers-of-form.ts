import type { HeaderCell, Inline, TableColumn } from '../../document/document.js';
import { blankCell, type Cell } from './cell.js';
import { type Column, columnsOf, type HeaderNode } from './columns.js';
import type { Row } from './rows.js';
import type { Panel } from './panel.js';

/** The words of the official form over its numbers. */
const [rowNumber, columnNumber] = ['行次', '栏次'];

const numberColumn: Column = { form: 'text', variables: [] };

/** A panel with a column for the numbers of its rows, behind the words that name them. */
export function withRowNumbers(panel: Panel): Panel {
  const isOfWords = (node: HeaderNode) => columnsOf([node]).every(({ form }) => form === 'text');
  const words = panel.columns.findIndex((node) => !isOfWords(node));
  const naming = panel.columns.slice(0, words < 0 ? undefined : words);
  const header: HeaderNode = { kind: 'leaf', content: printed(rowNumber), column: numberColumn };
  const columns = [...naming, header, ...panel.columns.slice(naming.length)];
  const at = columnsOf(naming).length;
  const rows = panel.rows.map(({ total, cells }) => ({
    total,
    cells: [...cells.slice(0, at), blankCell, ...cells.slice(at)],
  }));
  const leaves = columnsOf(columns);
  return { ...panel, columns, leaves, width: leaves.length, rows };
}

/** Rows are counted down the first panel and on through the next, blank ones with them. */
export function numberRows(rows: readonly Row[], panels: readonly Panel[]): Row[] {
  const places = panels
    .flatMap(({ leaves }) => leaves)
    .flatMap((leaf, index) => (leaf === numberColumn ? [index] : []));
  return rows.map((row, index) => ({
    ...row,
    cells: row.cells.map((cell, column) => {
      const panel = places.indexOf(column);
      return panel < 0 ? cell : numberCell(panel * rows.length + index + 1);
    }),
  }));
}

/** 栏次 1 2 3 …: below the headers of a form, so that one can speak of its columns. */
export function columnNumbers(leaves: readonly Column[]): HeaderCell[] {
  let number = 0;
  return leaves.map(({ form }, index) => {
    const text = form === 'figure' ? String(++number) : index === 0 ? columnNumber : '';
    return { content: printed(text), columnSpan: 1, rowSpan: 1 };
  });
}

export function alignOf(column: Column): TableColumn['align'] {
  if (column === numberColumn) return 'center';
  return column.form === 'figure' ? 'right' : 'left';
}

function numberCell(number: number): Cell {
  return { ...blankCell, content: printed(String(number)) };
}

function printed(text: string): Inline[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}
