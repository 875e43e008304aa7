import type { ListedFact } from '@fiscal/core';
import type { Table } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { type CellValue, cellValue } from '../table-values.js';
import { words } from '../words.js';
import type { Sheet, SheetCell } from './sheet.js';

/** What a sheet is about, for the list of sheets. */
export interface Listed {
  table: Table;
  /** Its title, or the heading it stands under. */
  title: string;
  name: string;
}

/** 目录: every sheet with what it is called, leading to it. */
export function contentsSheet(
  title: string,
  listed: readonly Listed[],
  data: string | undefined,
  name: string,
): Sheet {
  const rows = listed.map(({ table, title, name: sheet }) => ({
    label: plainText(table.label),
    title,
    sheet,
  }));
  const all = [...rows, ...(data === undefined ? [] : [{ label: '', title: words.allFacts, sheet: data }])];
  const cells: SheetCell[] = [
    {
      row: 0,
      column: 0,
      columns: 3,
      value: text(title),
      look: { font: 'title', align: 'center', border: false },
    },
    ...heading(words.contentsColumns, 1),
    ...all.flatMap(({ label, title: what, sheet }, index): SheetCell[] => [
      { row: index + 2, column: 0, value: text(label), look: plain },
      { row: index + 2, column: 1, value: text(what), look: plain },
      { row: index + 2, column: 2, value: text(sheet), look: { ...plain, font: 'link' }, link: sheet },
    ]),
  ];
  return {
    ...ordinary,
    name,
    cells,
    widths: [14, 56, 34],
    heights: new Map([[0, 30]]),
    head: { from: 1, to: 2 },
  };
}

/** 数据: every figure of the report, one a row. */
export function dataSheet(facts: readonly ListedFact[], name: string): Sheet {
  const rows = facts.flatMap((fact, index): SheetCell[] =>
    factValues(fact).map((value, column) => ({
      row: index + 1,
      column,
      value,
      look: value.kind === 'number' ? { ...plain, align: 'right' } : plain,
    })),
  );
  const widths = [44, 40, 14, 18, 8, 10, 24, 10];
  const cells = [...heading(words.factColumns, 0), ...rows];
  return { ...ordinary, name, cells, widths, heights: new Map(), head: { from: 0, to: 1 }, across: true };
}

function factValues({ path, label, measure, value, unit, state, origin }: ListedFact): CellValue[] {
  const number = value === undefined ? text('') : cellValue([{ kind: 'figure', text: value }]);
  return [
    text(path),
    text(label),
    text(measure),
    number,
    text(unit),
    text(words.factStates[state]),
    text(origin ? fileName(origin.uri) : ''),
    origin ? cellValue([{ kind: 'figure', text: String(origin.range.start.line + 1) }]) : text(''),
  ];
}

const plain: SheetCell['look'] = { font: 'text', align: 'left', border: true };
const ordinary = { paper: 'A4', across: false } as const;

function heading(titles: readonly string[], row: number): SheetCell[] {
  return titles.map((title, column) => ({
    row,
    column,
    value: text(title),
    look: { font: 'header', align: 'center', border: true },
  }));
}

function text(words: string): CellValue {
  return { kind: 'words', text: words };
}

/** The name alone: where it lies is nobody's business. */
function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
