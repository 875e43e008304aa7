import { readFileSync } from 'node:fs';

/** One fenced block of the reference. */
export interface Snippet {
  /** Line of the fence, from 1. */
  line: number;
  /** What stands behind ``` and the language: 片段, 文件 2022.fiscal … */
  info: string;
  language: string;
  body: string;
}

/** A row of a table whose last column says what the example in the column before it yields. */
export interface ExampleRow {
  line: number;
  cells: string[];
  names: string[];
  expressions: string[];
  result: string;
}

export const reference = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

const fence = /^```(\S*)[ \t]*(.*)\n([\s\S]*?)^```$/gm;

/** The fenced blocks of a Markdown text. */
export function snippetsIn(text: string): Snippet[] {
  return [...text.matchAll(fence)].map((match) => ({
    line: text.slice(0, match.index).split('\n').length,
    language: match[1]!,
    info: match[2]!.trim(),
    body: match[3]!,
  }));
}

export const snippets = snippetsIn(reference);

/** The section of that title, up to the next heading of any level. */
export function section(title: string): string {
  const [, text = ''] =
    new RegExp(`^#+ ${title}\n([\\s\\S]*?)(?=^#|$(?![\\s\\S]))`, 'm').exec(reference) ?? [];
  return text;
}

export function exampleRows(): ExampleRow[] {
  const rows: ExampleRow[] = [];
  let columns: string[] = [];
  for (const [index, text] of reference.split('\n').entries()) {
    const cells = cellsOf(text);
    if (cells.length === 0) columns = [];
    else if (columns.length === 0) columns = cells;
    else if (columns.at(-1) === '得' && !/^-+$/.test(cells[0]!)) rows.push(rowOf(index + 1, columns, cells));
  }
  return rows;
}

/** Words set in backticks. */
export function codeWords(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, word]) => word!);
}

function rowOf(line: number, columns: string[], cells: string[]): ExampleRow {
  const example = columns.includes('例') ? columns.indexOf('例') : 0;
  return {
    line,
    cells,
    names: codeWords(cells[0]!),
    expressions: codeWords(cells[example]!),
    result: cells.at(-1)!,
  };
}

/** `\|` inside a cell is a bar. */
function cellsOf(line: string): string[] {
  if (!line.startsWith('|')) return [];
  const cells = line.slice(1).split(/(?<!\\)\|/);
  return cells.slice(0, -1).map((cell) => cell.trim().replaceAll('\\|', '|'));
}
