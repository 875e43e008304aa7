import { type Cell, readCells } from './cells.js';
import { isKeyword, isName, type Line, type Word } from './line.js';
import type { LabelKind } from './ruler.js';

/** A line of a report as a row of a table. */
export interface Row {
  /** Which columns its figures stand in; undefined for one that is set with single blanks. */
  kind: LabelKind | undefined;
  label: Word[];
  cells: Cell[];
  /** Texts, blocks, comments, further items: they follow the row and are in no column. */
  tail: Word[];
}

const settings = new Set('简称 公开时间 货币单位 小数 百分比小数 取舍 科目表 科目年度 模板'.split(' '));
/** Heads whose words are no measures. */
const plainHeads = new Set('部门决算 单位决算 引用 忽略 不列 规则 结构'.split(' '));
/** Heads of blocks, and of lines whose name comes behind a keyword. */
const namedHeads = new Set(
  'PROJECT DECLARED 支出 收入 基本支出 项目支出 明细 名词解释 三公经费 指标'.split(' '),
);
/** What has a long name, or a block of lines with long names. */
const longLabels = new Set('CODE 单位 指标 PROJECT 基本支出 项目支出'.split(' '));

/** Reads a line of a report as a row; undefined for what is no row: lone braces, continued lines. */
export function rowOf(line: Line): Row | undefined {
  const { words } = line;
  const first = words[0];
  if (!first || !beginsRow(line, first)) return undefined;
  const reading = readingOf(line, first);
  const named = lengthOfLabel(words, reading);
  const label = words.slice(0, named);
  if (reading === 'plain') return { kind: undefined, label, cells: [], tail: words.slice(named) };
  if (reading === 'setting') return { kind: 'word', label, cells: [], tail: words.slice(named) };
  const { cells, end } = readCells(words, named, reading);
  return { kind: kindOf(line, label, reading), label, cells, tail: words.slice(end) };
}

function beginsRow({ block }: Line, first: Word): boolean {
  if (first.type === '}' || first.type === 'COMMENT') return false;
  return block === 'settings' || isName(first) || first.type === 'CODE' || isKeyword(first);
}

/** What the words of a line are: a setting, an item with its name, a code, a unit, a measure … */
function readingOf({ block, words }: Line, { type }: Word): string {
  if (block === 'settings') return 'setting';
  if (settings.has(type) && words[1] && words[1].type !== '{') return 'setting';
  if (plainHeads.has(type)) return 'plain';
  if (type === 'STRING') return 'NAME';
  return type === 'NAME' || type === 'CODE' || type === '单位' || namedHeads.has(type) ? type : 'detail';
}

/** A code alone is short; 合计 and 人员经费 stand above and below codes with names, and keep to their columns. */
function kindOf({ block }: Line, [first, second]: readonly Word[], reading: string): LabelKind {
  if (reading === 'detail' || (reading === 'CODE' && !second)) return 'word';
  return block === 'classification' || longLabels.has(first!.type) ? 'line' : 'item';
}

function lengthOfLabel(words: readonly Word[], reading: string): number {
  if (reading === 'plain') return lengthWhile(words, ({ type }) => type !== '{' && type !== 'COMMENT');
  const [, second, third] = words;
  if (reading === 'CODE') return second && isName(second) ? 2 : 1;
  if (reading === '单位') return second && isName(second) ? 2 : 1;
  if (reading === 'detail') return words[0]!.type === '资金' && second?.type === 'NAME' ? 2 : 1;
  if (reading === 'NAME' || reading === 'setting') return 1;
  if (reading === '明细' && second && isKeyword(second) && third?.type === '{') return 2;
  return lengthWhile(words, (word, at) => at === 0 || isName(word) || word.type === '按科目');
}

function lengthWhile(words: readonly Word[], holds: (word: Word, at: number) => boolean): number {
  const end = words.findIndex((word, at) => !holds(word, at));
  return end < 0 ? words.length : end;
}
