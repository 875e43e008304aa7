import { largest } from './largest.js';
import { blankRow, type Row } from './rows.js';

/** The rows of one panel and how wide they are. */
export interface PanelRows {
  width: number;
  rows: readonly Row[];
}

/**
 * Rows of panels side by side. Total rows of all panels meet (本年收入合计 | 本年支出合计) when there are as many
 * in each: what stands before each of them is padded; otherwise shorter panels are padded at the end.
 */
export function sideBySide(panels: readonly PanelRows[]): Row[] {
  const sections = panels.map(({ rows }) => cutAtTotals(rows));
  const aligned = new Set(sections.map(({ length }) => length)).size <= 1;
  const parts = aligned ? sections : panels.map(({ rows }) => [rows]);
  const count = largest(parts.map(({ length }) => length));
  return Array.from({ length: count }, (_, index) => joinSection(panels, parts, index)).flat();
}

function joinSection(
  panels: readonly PanelRows[],
  parts: readonly (readonly (readonly Row[])[])[],
  index: number,
): Row[] {
  const sections = parts.map((part) => part[index] ?? []);
  const height = largest(sections.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) =>
    joinRows(sections.map((section, panel) => section[row] ?? blankRow(panels[panel]!.width))),
  );
}

function joinRows(rows: readonly Row[]): Row {
  return { total: rows.some(({ total }) => total), cells: rows.flatMap(({ cells }) => cells) };
}

/** Sections of rows, each but the first beginning with a total row. */
function cutAtTotals(rows: readonly Row[]): Row[][] {
  const sections: Row[][] = [[]];
  for (const row of rows) {
    if (row.total) sections.push([]);
    sections.at(-1)!.push(row);
  }
  return sections;
}
