import { Decimal, formatFixed } from '@fiscal/core';
import type { Cell, Published, PublishedBlock } from '../../published/published.js';
import { UnreadableError } from '../unreadable.js';
import { type NumberFormat, numberFormats } from './number-formats.js';
import { attributeOf, partsOf, walkXml } from './package-files.js';

/** What no report has more of; what says so is no sheet of one. */
export const mostRows = 20_000;
const mostColumns = 200;

/** The sheet of every figure with its place, which our own workbooks end with. */
const dataSheet = '数据';

/** The sheets of an Excel workbook: leading rows of one cell are lines, the rest is a table. */
export function readXlsx(bytes: Uint8Array): Published {
  const parts = partsOf(bytes, (name) =>
    /^xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+|_rels\/workbook)\.xml/.test(name),
  );
  const workbook = parts.get('xl/workbook.xml');
  if (workbook === undefined) throw new UnreadableError('broken');
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '');
  const formats = numberFormats(parts.get('xl/styles.xml') ?? '');
  const blocks = sheetsOf(workbook, parts.get('xl/_rels/workbook.xml.rels') ?? '').flatMap(
    ({ name, part }) => {
      const xml = parts.get(part);
      return xml === undefined || name === dataSheet
        ? []
        : blocksOf(name, new Sheet(xml, name, strings, formats));
    },
  );
  return { blocks };
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let [phonetic, isText] = [0, false];
  if (xml !== '')
    walkXml(xml, {
      open(name) {
        if (name === 'si') strings.push('');
        else if (name === 'rPh') phonetic += 1;
        else if (name === 't') isText = true;
      },
      close(name) {
        if (name === 'rPh') phonetic -= 1;
        else if (name === 't') isText = false;
      },
      text(text) {
        if (isText && phonetic === 0) strings[strings.length - 1] += text;
      },
    });
  return strings;
}

function sheetsOf(workbook: string, relations: string): { name: string; part: string }[] {
  const targets = new Map<string, string>();
  const none = { close: () => undefined, text: () => undefined };
  if (relations !== '')
    walkXml(relations, {
      ...none,
      open(_, { Id: id, Target: target }) {
        if (id !== undefined && target !== undefined) targets.set(id, target);
      },
    });
  const sheets: { name: string; part: string }[] = [];
  walkXml(workbook, {
    ...none,
    open(element, attributes) {
      if (element !== 'sheet' || /hidden$/i.test(attributes['state'] ?? '')) return;
      const target = targets.get(attributeOf(attributes, 'id') ?? '');
      if (target === undefined) return;
      sheets.push({ name: attributes['name'] ?? '', part: `xl/${target.replace(/^\/?(?:xl\/)?/, '')}` });
    },
  });
  return sheets;
}

interface OpenCell {
  reference: string;
  type: string | undefined;
  style: number;
  value: string;
}

class Sheet {
  readonly rows: (Cell | undefined)[][] = [];
  private readonly merged: string[] = [];

  constructor(
    xml: string,
    private readonly name: string,
    private readonly strings: readonly string[],
    private readonly formats: readonly (NumberFormat | undefined)[],
  ) {
    this.read(xml);
    this.merge();
  }

  private read(xml: string): void {
    let cell: OpenCell | undefined;
    let isValue = false;
    walkXml(xml, {
      open: (name, attributes) => {
        if (name === 'c')
          cell = {
            reference: attributes['r'] ?? '',
            type: attributes['t'],
            style: Number(attributes['s'] ?? 0),
            value: '',
          };
        else if (name === 'v' || name === 't') isValue = true;
        else if (name === 'mergeCell' && attributes['ref']) this.merged.push(attributes['ref']);
      },
      close: (name) => {
        if (name === 'v' || name === 't') isValue = false;
        else if (name === 'c' && cell) this.add(cell);
      },
      text: (text) => {
        if (isValue && cell) cell.value += text;
      },
    });
  }

  private add(cell: OpenCell): void {
    const [row, column] = positionOf(cell.reference);
    if (row === undefined || column === undefined || row >= mostRows || column >= mostColumns) return;
    const place = { sheet: this.name, cell: cell.reference };
    (this.rows[row] ??= [])[column] = { text: this.displayed(cell).trim(), row, column, place };
  }

  /** The digits that a reader sees: 0 is 0.00 where its format says so. */
  private displayed({ type, style, value }: OpenCell): string {
    if (type === 's') return this.strings[Number(value)] ?? '';
    if (type !== undefined && type !== 'n') return value;
    if (!/^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(value)) return value;
    const number = new Decimal(value);
    const format = this.formats[style];
    // A binary fraction has digits of its own far behind those that were typed.
    if (!format) return number.toDecimalPlaces(6).toFixed();
    return format.isPercent
      ? `${formatFixed(number.times(100), format.decimals)}%`
      : formatFixed(number, format.decimals);
  }

  private merge(): void {
    for (const range of this.merged) {
      const [from, to] = range.split(':').map(positionOf);
      const [top, left] = from ?? [];
      const [bottom, right] = to ?? [];
      if (top === undefined || left === undefined || bottom === undefined || right === undefined) continue;
      const cell = this.rows[top]?.[left];
      if (!cell) continue;
      for (let row = top; row <= Math.min(bottom, this.rows.length - 1); row++)
        for (let column = left; column <= Math.min(right, mostColumns); column++)
          (this.rows[row] ??= [])[column] = cell;
    }
  }
}

/** B7 → row 6, column 1. */
function positionOf(reference: string): [number, number] | [undefined, undefined] {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return [undefined, undefined];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return [Number(digits) - 1, column - 1];
}

/** Rows that are one text over the whole width, before and behind the table, are lines. */
function blocksOf(name: string, { rows: sparse }: Sheet): PublishedBlock[] {
  const place = { sheet: name };
  const width = sparse.reduce((most, row) => (row && row.length > most ? row.length : most), 0);
  const rows = Array.from({ length: sparse.length }, (_, row) =>
    Array.from({ length: width }, (_, column) => sparse[row]?.[column] ?? { text: '', row, column, place }),
  ).filter((row) => row.some(({ text }) => text !== ''));
  const blocks: PublishedBlock[] = [{ kind: 'line', text: name, place }];
  for (const part of partsOfSheet(rows)) {
    const isText = part.map(isLine);
    const first = isText.indexOf(false);
    const last = isText.lastIndexOf(false);
    if (first < 0) blocks.push(...linesOf(part));
    else
      blocks.push(
        ...linesOf(part.slice(0, first)),
        { kind: 'grid', rows: withoutBlankColumns(part.slice(first, last + 1)), isRuled: true, place },
        ...linesOf(part.slice(last + 1)),
      );
  }
  return blocks;
}

/** Tables below each other, each with the lines above it. */
function partsOfSheet(rows: readonly Cell[][]): Cell[][][] {
  const parts: Cell[][][] = [[]];
  for (const [index, row] of rows.entries()) {
    const isHead = isLine(row) && !(rows[index - 1] && isLine(rows[index - 1]!));
    const lines = isHead ? rows.slice(index, index + mostLinesAbove) : [];
    const end = lines.findIndex((one) => !isLine(one));
    const above = lines.slice(0, Math.max(end, 0));
    if (above.some(isTitle) && !isList(above) && parts.at(-1)!.length > 0) parts.push([]);
    parts.at(-1)!.push(row);
  }
  return parts;
}

const mostLinesAbove = 6;

/** 收入决算表, 收入决算表（续）, 单位：万元. */
function isTitle(row: readonly Cell[]): boolean {
  return row.some(({ text }) => /表\s*(?:[（(].{1,6}[)）])?\s*$|^(?:金额)?单位[:：]/.test(text));
}

/** The numbers of several tables stand above none of them: that is a list of tables. */
function isList(rows: readonly (readonly Cell[])[]): boolean {
  return rows.filter((row) => row.some(({ text }) => /公开\d+表/.test(text))).length > 1;
}

/** What stands beside it in the sheet may be wider. */
function withoutBlankColumns(rows: readonly Cell[][]): Cell[][] {
  const width = rows.reduce(
    (most, row) => Math.max(most, row.findLastIndex(({ text }) => text !== '') + 1),
    0,
  );
  return rows.map((row) => row.slice(0, width));
}

/** A title, 单位：万元, a note: no row of a table, as a total without amounts is, or a name at the right alone. */
function isLine(row: readonly Cell[]): boolean {
  const cells = [...new Set(row)].filter(({ text }) => text !== '');
  const [only] = cells;
  const isName =
    only &&
    (/^(?:合计|总计|小计)$/.test(bare(only)) ||
      (only.column > 0 && /^[一二三四五六七八九十]+、/.test(bare(only))));
  return (
    (cells.length === 1 && !isName) ||
    cells.some(({ text }) => /^(?:金额)?单位[:：]|^编制(?:部门|单位)[:：]|^公开\d+表/.test(text))
  );
}

function bare({ text }: Cell): string {
  return text.replace(/\s+/g, '');
}

/** A cell that goes down over several rows is one line. */
function linesOf(rows: readonly (readonly Cell[])[]): PublishedBlock[] {
  return [...new Set(rows.flat())]
    .filter(({ text }) => text !== '')
    .map(({ text, place }) => ({ kind: 'line', text, place }));
}
