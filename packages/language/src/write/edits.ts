import type { IToken } from 'chevrotain';
import type { CstNode } from 'langium';
import { allTokens } from '../format/tokens.js';

interface Edit {
  offset: number;
  end: number;
  text: string;
}

/** Changes to a text, made at once. Where one lies inside another, the outer one holds. */
export class Edits {
  private readonly edits: Edit[] = [];
  private readonly remarks = new Map<number, string[]>();
  private readonly tokens: readonly IToken[];
  private readonly lineEnds: readonly number[];

  constructor(private readonly text: string) {
    this.tokens = allTokens(text);
    this.lineEnds = lineEndsOf(text, this.tokens);
  }

  replace(node: CstNode | undefined, text: string): void {
    if (node) this.edits.push({ offset: node.offset, end: node.end, text });
  }

  /** A line of its own behind a node, and behind the comment on that one's line. */
  addLineBehind(node: CstNode | undefined, line: string): void {
    if (!node) return;
    const end = this.lineEnds[firstIndex(this.lineEnds, (one) => one >= node.end)] ?? this.text.length;
    const isLast = /^\s*(\/\/.*)?$/.test(this.text.slice(node.end, end));
    const offset = isLast ? end : node.end;
    this.edits.push({ offset, end: offset, text: `\n${line}${isLast ? '' : '\n'}` });
  }

  /** Takes something out, with its line when nothing else stands there. */
  remove(node: Pick<CstNode, 'offset' | 'end'> | undefined): void {
    if (node) this.edits.push({ ...this.lineOf(node), text: '' });
  }

  /** Takes something out and keeps it as a comment at the end of its line. */
  removeWithRemark(node: CstNode | undefined): void {
    if (!node) return;
    this.replace(node, '');
    this.remark(node);
  }

  /** Keeps what a node said as a comment at the end of its line. */
  remark(node: CstNode | undefined, addition = ''): void {
    if (!node) return;
    const at = this.lineEnds[firstIndex(this.lineEnds, (end) => end >= node.end)] ?? this.text.length;
    const remarks = this.remarks.get(at) ?? [];
    this.remarks.set(at, [...remarks, this.wordsOf(node) + addition]);
  }

  /** The words of a node, parted by one blank or line break each. */
  private wordsOf({ offset, end }: CstNode): string {
    let at = offset;
    let result = '';
    const first = firstIndex(this.tokens, ({ startOffset }) => startOffset >= offset);
    for (let index = first; index < this.tokens.length; index++) {
      const { startOffset, endOffset, image } = this.tokens[index]!;
      if (startOffset >= end) break;
      const gap = this.text.slice(at, startOffset);
      result += (/[\r\n]/.test(gap) ? '\n' : gap && ' ') + image;
      at = endOffset! + 1;
    }
    return result;
  }

  private lineOf({ offset, end }: Pick<CstNode, 'offset' | 'end'>): { offset: number; end: number } {
    const before = /[^\S\r\n]*$/.exec(this.text.slice(Math.max(0, offset - 200), offset))![0].length;
    const after = /^[^\S\r\n]*(\r\n|\n|\r)/.exec(this.text.slice(end, end + 200))?.[0].length;
    const start = offset - before;
    const isAlone = start === 0 || /[\r\n]/.test(this.text[start - 1]!);
    return isAlone && after !== undefined ? { offset: start, end: end + after } : { offset, end };
  }

  /** The text with all changes. */
  applied(): string {
    const remarks = [...this.remarks].map(([at, texts]) => ({ offset: at, end: at, text: comment(texts) }));
    const edits = [...this.edits, ...remarks].sort((a, b) => a.offset - b.offset || b.end - a.end);
    let result = '';
    let at = 0;
    for (const { offset, end, text } of edits) {
      if (offset < at) continue;
      result = parted(parted(result, this.text.slice(at, offset)), text);
      at = end;
    }
    return parted(result, this.text.slice(at));
  }
}

/** By bisection, in a list where what holds for one holds for all behind it; its length when it holds for none. */
function firstIndex<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where lines end, but for the breaks inside texts and comments. */
function lineEndsOf(text: string, tokens: readonly IToken[]): number[] {
  const ends: number[] = [];
  let next = 0;
  for (const { index } of text.matchAll(/\r\n|\n|\r/g)) {
    while (next < tokens.length && tokens[next]!.endOffset! < index) next++;
    if (!(tokens[next] && tokens[next]!.startOffset < index)) ends.push(index);
  }
  return ends;
}

/** Words that an edit brought together stay two: 60项目支出 becomes 未填 项目支出. */
function parted(before: string, after: string): string {
  return /\S$/.test(before) && /^\S/.test(after) ? `${before} ${after}` : before + after;
}

/** What took several lines takes several lines of comment. */
function comment(texts: readonly string[]): string {
  const lines = texts.join('；').split(/\r\n|\n|\r/);
  return lines
    .map((line, index) => (index === 0 ? `  // 上年：${line}` : `// ${line.trim()}`.trimEnd()))
    .join('\n');
}
