import { displayWidth } from './display-width.js';

/** One line of source: words that are parted by blanks. */
export interface Line {
  depth: number;
  words: { image: string; type: string }[];
}

const indentation = '  ';
/** Lines of templates and rules are no tables of figures. */
const templateWords = new Set(
  '列 列组 列每 每 行 行每 合计行 图 表 栏 部分 节 段 列表 插入 注 空表 若 短语 规则 设置 封面 目录 结构 } 模板'.split(
    ' ',
  ),
);
const figureTypes = new Set(['NUMBER', '-', '未填', '未发生', '不适用']);

/**
 * Neighbouring lines of one block are set in columns: the name, the figure, then each measure with its
 * figure. Width is display width, since a Chinese character takes two columns.
 */
export function alignLines(lines: readonly Line[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at + 1;
    while (end < lines.length && isAlignable(lines[at]!) && isSameRun(lines[at]!, lines[end]!)) end++;
    result.push(...alignRun(lines.slice(at, end)));
    at = end;
  }
  return result;
}

/** Lines that hold figures; texts over several lines, templates and lone words stand for themselves. */
function isAlignable(line: Line): boolean {
  if (templateWords.has(line.words[0]?.type ?? '')) return false;
  return (
    line.words.length > 1 &&
    line.words.every(({ image }) => !image.includes('\n')) &&
    cellsOf(line).length > 1
  );
}

function isSameRun(first: Line, next: Line): boolean {
  return next.depth === first.depth && isAlignable(next) && kindOf(first) === kindOf(next);
}

/** Lines align with their like: lines with a code, and lines that begin with the same keyword or a name. */
function kindOf(line: Line): string {
  const { type } = line.words[0]!;
  return type === 'STRING' ? 'NAME' : type;
}

function alignRun(run: readonly Line[]): string[] {
  if (run.length === 1) return [plain(run[0]!)];
  const rows = run.map(cellsOf);
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries())
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(cell));
  return rows.map((row, index) => indentation.repeat(run[index]!.depth) + joinCells(row, widths));
}

function joinCells(row: readonly string[], widths: readonly number[]): string {
  const padded = row.map((cell, index) => cell + ' '.repeat(widths[index]! - displayWidth(cell)));
  return padded.join('  ').trimEnd();
}

function plain(line: Line): string {
  const cells = templateWords.has(line.words[0]?.type ?? '')
    ? line.words.map(({ image }) => image).join(' ')
    : cellsOf(line).join('  ');
  return (indentation.repeat(line.depth) + cells).trimEnd();
}

/** A cell begins at the first figure, at each further keyword, at a brace and at a comment. */
function cellsOf(line: Line): string[] {
  const cells: string[] = [];
  let inBlock = false;
  for (const [index, { image, type }] of line.words.entries()) {
    if (type === '{') inBlock = true;
    if (cells.length === 0 || startsCell(line, index, inBlock)) cells.push(image);
    else cells[cells.length - 1] += ` ${image}`;
  }
  return cells;
}

/** A block that begins on the line is one cell with all that follows. */
function startsCell({ words }: Line, index: number, inBlock: boolean): boolean {
  const type = words[index]!.type;
  const previous = words[index - 1]?.type ?? '';
  if (type === 'COMMENT') return true;
  if (inBlock) return false;
  if (figureTypes.has(type)) return previous === 'NAME' || previous === 'STRING';
  return isMeasureWord(type) && takesValue(words[index + 1]?.type ?? '');
}

function takesValue(type: string): boolean {
  return figureTypes.has(type) || /^(STRING|TEXT_OPEN|NAME|[<>=≤≥])$/.test(type);
}

function isMeasureWord(type: string): boolean {
  return /^[\u4e00-\u9fff]+$/.test(type) && !figureTypes.has(type);
}
