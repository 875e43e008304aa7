import type { HeaderCell, Inline } from '../../document/document.js';
import { columnsOf, type HeaderNode } from './columns.js';
import { largest } from './largest.js';

/** What stands over one panel. */
export interface PanelHeader {
  title: Inline[];
  columns: HeaderNode[];
}

/** Header rows with spans: headings of the panels above, then groups, down to the columns. */
export function headerRows(panels: readonly PanelHeader[]): HeaderCell[][] {
  const titled = panels.some(({ title }) => title.length > 0);
  const first = titled ? 1 : 0;
  const height = first + largest(panels.map(({ columns }) => depthOf(columns)));
  const rows: HeaderCell[][] = Array.from({ length: height }, () => []);
  for (const { title, columns } of panels) {
    const columnSpan = columnsOf(columns).length;
    if (titled && columnSpan > 0) rows[0]!.push({ content: title, columnSpan, rowSpan: 1 });
    fill(rows, columns, first);
  }
  return rows;
}

/**
 * A column reaches down to the last header row, however deep the groups beside it are; a group of figures that is
 * less deep than those beside it stretches, so that 预算数 and 决算数 stand in one row.
 */
function fill(rows: HeaderCell[][], nodes: readonly HeaderNode[], row: number): void {
  for (const node of nodes) {
    const { content } = node;
    if (node.kind === 'leaf') rows[row]!.push({ content, columnSpan: 1, rowSpan: rows.length - row });
    else {
      const columns = columnsOf(node.children);
      const isOfFigures = columns.every(({ form }) => form === 'figure');
      const rowSpan = isOfFigures ? rows.length - row - depthOf(node.children) : 1;
      rows[row]!.push({ content, columnSpan: columns.length, rowSpan });
      fill(rows, node.children, row + rowSpan);
    }
  }
}

function depthOf(nodes: readonly HeaderNode[]): number {
  return largest(nodes.map((node) => (node.kind === 'leaf' ? 1 : 1 + depthOf(node.children))));
}
