import type { Random } from '../../packages/cli/src/trial/random.js';

/** What somebody who copies a report by hand gets wrong. */
export type MistakeKind =
  | 'digit'
  | 'transposed'
  | 'ten times'
  | 'a tenth'
  | 'sign'
  | 'swapped'
  | 'left out'
  | 'written twice'
  | 'next line';

export const mistakeKinds: readonly MistakeKind[] = [
  'digit',
  'transposed',
  'ten times',
  'a tenth',
  'sign',
  'swapped',
  'left out',
  'written twice',
  'next line',
];

/** One single mistake of at least 0.1, and where it is. */
export interface Mistake {
  kind: MistakeKind;
  text: string;
  /** Place of the wrong figure, or of the line that is gone or comes twice, in the new text. */
  line: number;
  character: number;
  length: number;
  /** Of a line that was left out: what it was called. It would stand before `line`. */
  gone?: string;
}

interface Figure {
  line: number;
  start: number;
  text: string;
}

const smallest = 0.1;

/** A mistake of that kind; undefined where the report gives no occasion for it. */
export function mistakeIn(text: string, kind: MistakeKind, random: Random): Mistake | undefined {
  if (kind === 'left out' || kind === 'written twice') return ofLine(text, kind, random);
  const figures = figuresOf(text);
  for (let attempt = 0; attempt < 40; attempt++) {
    const figure = random.pick(figures);
    const wrong = mistyped(figure, kind, random, figures);
    if (wrong === undefined || Math.abs(Number(wrong) - Number(figure.text)) < smallest) continue;
    const { line, start: character } = figure;
    return { kind, text: replaced(text, figure, wrong), line, character, length: wrong.length };
  }
  return undefined;
}

/** Amounts of money: all figures with two decimals. */
function figuresOf(text: string): Figure[] {
  return text.split('\n').flatMap((row, line) =>
    [...row.matchAll(/(?<=\s)\d+\.\d\d(?=\s|$)/g)].map(({ index, 0: found }) => ({
      line,
      start: index,
      text: found,
    })),
  );
}

function mistyped(
  figure: Figure,
  kind: MistakeKind,
  random: Random,
  all: readonly Figure[],
): string | undefined {
  const { text } = figure;
  const at = random.below(text.length);
  switch (kind) {
    case 'digit':
      return text[at] === '.' ? undefined : text.slice(0, at) + random.below(10) + text.slice(at + 1);
    case 'transposed':
      return transposed(text, at);
    case 'ten times':
      return (Number(text) * 10).toFixed(2);
    case 'a tenth':
      return (Number(text) / 10).toFixed(2);
    case 'sign':
      return `-${text}`;
    case 'swapped':
      return all.find((other) => other.line === figure.line && other.start > figure.start)?.text;
    default:
      return all.find(({ line }) => line > figure.line)?.text;
  }
}

/** Two neighbouring digits change places; the point stays. */
function transposed(text: string, at: number): string | undefined {
  const next = text[at + 1] === '.' ? at + 2 : at + 1;
  if (text[at] === '.' || next >= text.length) return undefined;
  const digits = [...text];
  [digits[at], digits[next]] = [digits[next]!, digits[at]!];
  return digits.join('');
}

function replaced(text: string, { line, start, text: old }: Figure, by: string): string {
  const rows = text.split('\n');
  const row = rows[line]!;
  rows[line] = row.slice(0, start) + by + row.slice(start + old.length);
  return rows.join('\n');
}

/** A line of the lowest level with nothing below it: without a subtotal a report is as right as with it. */
function ofLine(text: string, kind: 'left out' | 'written twice', random: Random): Mistake | undefined {
  const rows = text.split('\n');
  const lines = rows.flatMap((row, line) => {
    const [, name = '', figures = ''] = /^\s+((?:2\d{6}|3\d{4}) \S+)((?: \S+)*)$/.exec(row) ?? [];
    const largest = Math.max(0, ...[...figures.matchAll(/\d+\.\d\d/g)].map(([found]) => Number(found)));
    return largest >= smallest && !row.includes('{') ? [{ line, name, row }] : [];
  });
  if (lines.length === 0) return undefined;
  const { line, name, row } = random.pick(lines);
  const place = {
    line: kind === 'left out' ? line : line + 1,
    character: row.indexOf(name),
    length: name.length,
  };
  if (kind === 'left out') return { kind, text: rows.toSpliced(line, 1).join('\n'), ...place, gone: name };
  return { kind, text: rows.toSpliced(line, 0, row).join('\n'), ...place };
}
