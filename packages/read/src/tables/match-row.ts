import type { Expression } from '@fiscal/core';
import type { Binding, Bindings } from '../reading/binding.js';
import type { Said } from '../reading/reading.js';
import { type Matcher, matcherOf, withoutOrdinal } from '../pattern/expression.js';
import { type Meaning, meaningOf, type Reference, type Variable } from '../pattern/meaning.js';
import type { Pattern } from '../pattern/pattern.js';
import { expressionPatterns, richPatterns, type TextContext } from '../pattern/text-patterns.js';
import { type Readable, spelled } from '../published/readable.js';
import { saidIn } from './figure-cell.js';
import { similarity } from './similarity.js';
import type { ColumnPattern, RowPattern } from './table-pattern.js';

/** The words of a row of the template, ready to be set beside those of a document. */
export interface RowMatcher {
  row: RowPattern;
  /** For each text column what its cell may be; undefined for a column of figures. */
  cells: readonly (Matcher | undefined)[];
  /** All its words, where they are known: 本年收入合计. */
  label: string | undefined;
  /** The fact of each cell that is one. */
  facts: readonly (Reference | undefined)[];
}

export function rowMatchers(columns: readonly ColumnPattern[], rows: readonly RowPattern[]): RowMatcher[] {
  return rows.map((row) => {
    const patterns = columns.map(({ form }, index) =>
      form === 'text' ? cellPatterns(row.cells[index], row.context) : undefined,
    );
    const words = patterns.flatMap((cell) => cell ?? []);
    const isKnown = words.every(({ kind }) => kind === 'literal');
    const label = words.map((one) => (one.kind === 'literal' ? one.text : '')).join('');
    return {
      row,
      cells: patterns.map((cell) => cell && matcherOf(cell)),
      label: isKnown && label !== '' ? label : undefined,
      facts: row.cells.map((cell) => cell && factMeant(meaningOf(cell, row.context.names))),
    };
  });
}

/** Filters that only say how a figure is printed. */
const asPrinted = new Set(['小数', '千分位', '默认']);

/** The fact of a cell; what only adds others up is none. */
function factMeant(meaning: Meaning): Reference | undefined {
  if (meaning.kind === 'reference') return meaning.reference;
  if (meaning.kind === 'filtered')
    return asPrinted.has(meaning.filter) ? factMeant(meaning.operand) : undefined;
  if (meaning.kind !== 'sum') return undefined;
  const [first, ...rest] = meaning.terms;
  // What a block of economic lines does not say, the details of its functional lines may.
  const others = rest.every((term) => term.kind === 'filtered' && term.filter === '求和');
  return first && others ? factMeant(first) : undefined;
}

function cellPatterns(cell: Expression | undefined, context: TextContext): Pattern[] {
  if (!cell) return [];
  return cell.kind === 'rich' ? richPatterns(cell.text, context) : expressionPatterns(cell, context);
}

/** The words of a cell, as they are compared and as they were written. */
export interface CellWords extends Readable {
  written: string;
}

/** What the words of a row say: which members of lists it is of, and what the author says of them. */
export interface RowWords {
  bindings: Bindings;
  texts: readonly { of: Reference; text: string }[];
  /** Figures that stand among words: 96分. */
  figures: readonly { of: Reference; said: Said; column: number }[];
}

/** What a row says, if these are its words; `texts` has the words of each text column. */
export function matchRow(
  matcher: RowMatcher,
  texts: readonly (CellWords | undefined)[],
  isLoose: boolean,
): RowWords | undefined {
  return matcher.label === undefined
    ? matchCells(matcher, texts)
    : matchLabel(
          matcher.label,
          texts.map((cell) => cell?.text),
          isLoose,
        )
      ? { bindings: new Map(), texts: [], figures: [] }
      : undefined;
}

/** 合计 may span the columns of code and name; 一、 before a name is the form's, and so are 类, 款 and 项. */
function matchLabel(label: string, texts: readonly (string | undefined)[], isLoose: boolean): boolean {
  const written = [...new Set(texts.filter((text) => text))].join('').replace(/^类?款?项?(?=.)/, '');
  if (written === label || withoutOrdinal(written) === withoutOrdinal(label)) return true;
  if (!isLoose || written.length < 4) return false;
  const [own, wanted] = [withoutOrdinal(written), withoutOrdinal(label)];
  return own.startsWith(wanted) || wanted.startsWith(own) || similarity(own, wanted) > 0.75;
}

function matchCells({ cells }: RowMatcher, texts: readonly (CellWords | undefined)[]): RowWords | undefined {
  const bindings = new Map<Variable, Binding>();
  const words: { of: Reference; text: string }[] = [];
  const figures: { of: Reference; said: Said; column: number }[] = [];
  for (const [index, matcher] of cells.entries()) {
    if (!matcher) continue;
    const text = texts[index]?.text ?? '';
    const found = matcher.expression.exec(text) ?? matcher.expression.exec(withoutOrdinal(text));
    if (!found) return undefined;
    for (const [at, hole] of matcher.holes.entries()) {
      const group = found[at + 1];
      if (hole.kind === 'text' && hole.states && group)
        words.push({ of: hole.states, text: writtenIn(texts[index], found, at + 1) });
      const said = hole.kind === 'figure' && hole.states && group ? saidIn(group) : undefined;
      if (said && hole.kind === 'figure') figures.push({ of: hole.states!.of, said, column: index });
      if (hole.kind !== 'name' || !group) continue;
      bindings.set(hole.variable, { ...bindings.get(hole.variable), [hole.part]: group });
    }
  }
  const says = words.length > 0 || figures.length > 0;
  const isNamed = bindings.size > 0 || (says && cells.some((cell) => cell && isLabel(cell)));
  return isNamed ? { bindings, texts: words, figures } : undefined;
}

/** 主管部门, beside what is said of that. */
function isLabel({ expression, holes }: Matcher): boolean {
  return holes.length === 0 && expression.source !== '^$';
}

/** A part of a cell as its author wrote it. */
function writtenIn(cell: CellWords | undefined, found: RegExpExecArray, group: number): string {
  const [from, to] = found.indices?.[group] ?? [0, 0];
  const isWhole = found.input === cell?.text;
  return cell && isWhole
    ? cell.written.slice(cell.offsets[from], cell.offsets[to]).trim()
    : spelled(found[group] ?? '');
}
