import { textWidth } from './width.js';

export type Alignment = 'left' | 'right';

/** Rows of texts as lines whose columns line up on screen. Columns without any text and blanks at line ends are left out. */
export function alignColumns(rows: string[][], alignments: Alignment[]): string[] {
  const widths = alignments.map((_, column) =>
    Math.max(0, ...rows.map((row) => textWidth(row[column] ?? ''))),
  );
  const used = alignments.map((_, column) => column).filter((column) => widths[column]! > 0);
  return rows.map((row) =>
    used
      .map((column) => pad(row[column] ?? '', widths[column]!, alignments[column]!))
      .join('  ')
      .trimEnd(),
  );
}

function pad(text: string, width: number, alignment: Alignment): string {
  const blanks = ' '.repeat(width - textWidth(text));
  return alignment === 'left' ? text + blanks : blanks + text;
}
