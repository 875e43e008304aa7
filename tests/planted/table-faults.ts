import type { Block, Inline, ReportDocument, Table } from '@fiscal/report';
import type { Random } from '../../packages/cli/src/trial/random.js';

/** What goes wrong with a table on its way into a published document. */
export const tableFaults = [
  'a figure',
  'two digits',
  'two rows exchanged',
  'a row moved',
  'figures of a row shifted',
  'a column exchanged',
  'a row missing',
  'a total',
  'an empty table',
  'a title twice',
  'another unit',
] as const;
export type TableFault = (typeof tableFaults)[number];

/** A document with one fault, and by what a finding shows that it is about it. */
export interface PlantedTable {
  document: ReportDocument;
  title: string;
  /** Rows, as they stand in the document now, in which the wrong figures stand. */
  rows: readonly (readonly string[])[];
  /** What a message must name where the place alone does not say it: a row that is gone, the table. */
  named: readonly string[];
}

/** One fault of that kind in a table; undefined where no table gives an occasion for it. */
export function plantedIn(
  document: ReportDocument,
  fault: TableFault,
  random: Random,
): PlantedTable | undefined {
  for (let attempt = 0; attempt < 60; attempt++) {
    const blocks = document.blocks.map(copied);
    const tables = blocks.filter((block): block is Table => block.kind === 'table' && amountsIn(block) > 2);
    const table = random.pick(tables);
    const planted = plant(table, fault, random, tables);
    if (!planted) continue;
    return { document: { ...document, blocks }, title: textOf(table.title), ...planted };
  }
  return undefined;
}

/** Its rows may be changed without those of the other. */
function copied(block: Block): Block {
  if (block.kind !== 'table') return block;
  return { ...block, rows: block.rows.map((row) => ({ ...row, cells: [...row.cells] })) };
}

type Planted = Pick<PlantedTable, 'rows' | 'named'>;

function plant(
  table: Table,
  fault: TableFault,
  random: Random,
  others: readonly Table[],
): Planted | undefined {
  const title = textOf(table.title);
  const { rows } = table;
  const row = random.below(rows.length);
  const columns = amountColumns(table, row);
  const column = columns.length > 0 ? random.pick(columns) : -1;
  const at = (...which: number[]): Planted => ({ rows: which.map((one) => textsOf(table, one)), named: [] });
  switch (fault) {
    case 'a figure':
      if (column < 0 || rows[row]!.total) return undefined;
      set(table, row, column, otherFigure(textAt(table, row, column), random));
      return at(row);
    case 'a total':
      if (column < 0 || !rows[row]!.total) return undefined;
      set(table, row, column, otherFigure(textAt(table, row, column), random));
      return at(row);
    case 'two digits': {
      if (column < 0) return undefined;
      const wrong = transposed(textAt(table, row, column), random);
      if (wrong === undefined) return undefined;
      set(table, row, column, wrong);
      return at(row);
    }
    case 'two rows exchanged': {
      const other = random.below(rows.length);
      const own = figuresOf(table, row);
      const others = figuresOf(table, other);
      const areAlike =
        own.map(({ column: one }) => one).join() === others.map(({ column: one }) => one).join();
      if (own.length === 0 || !areAlike || rows[row]!.total || rows[other]!.total) return undefined;
      if (own.every(({ text }, index) => text === others[index]!.text)) return undefined;
      own.forEach(({ column: one, text }, index) => {
        set(table, row, one, others[index]!.text);
        set(table, other, one, text);
      });
      return at(row, other);
    }
    case 'a row moved': {
      // Figures of the rows from here on stand one row too low, as after a wrong paste.
      const end = rows.findIndex((one, index) => index > row && one.total);
      const last = (end < 0 ? rows.length : end) - 1;
      if (last - row < 2 || last - row > 6 || rows[row]!.total) return undefined;
      const figures = rows.map((_, index) => figuresOf(table, index));
      const moved = Array.from({ length: last - row + 1 }, (_, index) => row + index);
      const columnsOf = (index: number) => figures[index]!.map(({ column: one }) => one).join();
      if (moved.some((index) => columnsOf(index) !== columnsOf(row)) || figures[row]!.length === 0)
        return undefined;
      const texts = (index: number) => figures[index]!.map(({ text }) => text).join();
      if (new Set(moved.map(texts)).size < moved.length) return undefined;
      for (const [index, to] of moved.entries())
        for (const { column: one, text } of figures[moved.at(index - 1)!]!) set(table, to, one, text);
      return at(...moved);
    }
    case 'figures of a row shifted': {
      const own = figuresOf(table, row);
      if (own.length < 2 || new Set(own.map(({ text }) => text)).size < 2) return undefined;
      own.forEach(({ column: one }, index) => set(table, row, one, own.at(index - 1)!.text));
      return at(row);
    }
    case 'a column exchanged': {
      const other = columns.length > 1 ? random.pick(columns) : column;
      if (other === column) return undefined;
      const changed = rows.flatMap((_, index) => {
        const [one, two] = [textAt(table, index, column), textAt(table, index, other)];
        if (one === two) return [];
        set(table, index, column, two);
        set(table, index, other, one);
        return [index];
      });
      return changed.length > 1 ? at(...changed) : undefined;
    }
    case 'a row missing': {
      if (columns.length === 0 || rows[row]!.total || amountsIn(table) < 6) return undefined;
      const name = textsOf(table, row).find((text) => /\p{Script=Han}/u.test(text));
      if (name === undefined) return undefined;
      rows.splice(row, 1);
      return { rows: [], named: [name.replace(/^[一二三四五六七八九十]+、/, '')] };
    }
    case 'an empty table':
      table.rows = rows.map(({ total, cells }) => ({
        total,
        cells: cells.map((cell, index) =>
          table.columns[index]?.align === 'right' ? { ...cell, content: [] } : cell,
        ),
      }));
      return { rows: [], named: [title] };
    case 'a title twice': {
      const other = random.pick(others);
      if (textOf(other.title) === title || other.header.length !== table.header.length) return undefined;
      const named = [title, textOf(other.title)];
      table.title = other.title;
      return { rows: [], named };
    }
    case 'another unit':
      if (!table.unit.includes('万元')) return undefined;
      table.unit = table.unit.replace('万元', '元');
      return { rows: [], named: [title] };
  }
}

export function textOf(content: readonly Inline[]): string {
  return content
    .map((inline) =>
      'content' in inline ? textOf(inline.content) : inline.kind === 'break' ? '' : inline.text,
    )
    .join('');
}

function textsOf({ rows }: Table, row: number): string[] {
  return rows[row]!.cells.map(({ content }) => textOf(content));
}

function textAt(table: Table, row: number, column: number): string {
  return textsOf(table, row)[column] ?? '';
}

function set({ rows }: Table, row: number, column: number, text: string): void {
  const cell = rows[row]!.cells[column]!;
  rows[row]!.cells[column] = { ...cell, content: [{ kind: 'text', text }] };
}

const amount = /^\d[\d,]*\.\d\d$/;

function figuresOf(table: Table, row: number): { column: number; text: string }[] {
  return textsOf(table, row).flatMap((text, column) => (amount.test(text) ? [{ column, text }] : []));
}

/** Columns in which the row has an amount that is not nothing. */
function amountColumns(table: Table, row: number): number[] {
  return figuresOf(table, row).flatMap(({ column, text }) =>
    Number(text.replaceAll(',', '')) ? [column] : [],
  );
}

function amountsIn(table: Table): number {
  return table.rows.reduce((sum, _, row) => sum + amountColumns(table, row).length, 0);
}

/** Another first digit, so that rounding explains nothing. */
function otherFigure(text: string, random: Random): string {
  const digits = [...text];
  const at = digits.findIndex((digit) => /[1-9]/.test(digit));
  digits[at] = String(((Number(digits[at]) + random.below(8)) % 9) + 1);
  return digits.join('') === text ? `1${text}`.replace(/^(\d),?(\d{3}),/, '$1,$2,') : digits.join('');
}

function transposed(text: string, random: Random): string | undefined {
  const digits = [...text];
  const places = digits.flatMap((digit, at) => {
    const next = /\d/.test(digits[at + 1] ?? '') ? at + 1 : at + 2;
    return /\d/.test(digit) && /\d/.test(digits[next] ?? '') && digits[next] !== digit ? [[at, next]] : [];
  });
  // The last two digits rounding may explain.
  const [place] = places.length > 0 ? [random.pick(places.slice(0, Math.max(1, places.length - 1)))] : [];
  if (!place) return undefined;
  const [one, other] = place as [number, number];
  [digits[one], digits[other]] = [digits[other]!, digits[one]!];
  return digits.join('');
}
