import type { IToken } from 'chevrotain';
import type { BlockKind } from './line.js';

/** Words that begin an element of a file, and what stands in their braces. */
const elements = new Map<string, BlockKind>([
  ['部门决算', 'data'],
  ['单位决算', 'data'],
  ['模板', 'plain'],
  ['规则', 'plain'],
  ['结构', 'plain'],
]);
/** The head of a rule may run over several lines. */
const headContinues = new Set(['级别', '依据', '当', '每', '说']);

const classifications = new Set(['基本支出', '项目支出', '明细', '名词解释']);

/** 支出 一般公共预算 and 收入 按科目 list codes; 支出 and 收入 alone do not. */
function isClassification(head: string, after: string | undefined): boolean {
  if (head === '支出' || head === '收入') return after !== undefined && after !== '{';
  return classifications.has(head);
}

/** The open blocks at a place of the source, by their heads. */
export class BlockStack {
  private readonly kinds: BlockKind[] = [];
  /** What the next brace would open. */
  private next: BlockKind = 'plain';

  get depth(): number {
    return this.kinds.length;
  }

  get kind(): BlockKind {
    return this.kinds.at(-1) ?? 'plain';
  }

  /** Braces that a line begins with are set one block further out. */
  closeLeading(line: readonly IToken[]): void {
    for (const { tokenType } of line) {
      if (tokenType.name !== '}') return;
      this.kinds.pop();
    }
  }

  /** Follows the braces of a line, but for those that it begins with. What a head opens that cannot be read is unknown. */
  readLine(line: readonly IToken[], isReadable: boolean): void {
    let at = 0;
    while (line[at]?.tokenType.name === '}') at++;
    let isHead = true;
    for (; at < line.length; at++) {
      const { name } = line[at]!.tokenType;
      if (name === '}') this.kinds.pop();
      if (name === '{') this.kinds.push(isReadable || this.depth === 0 ? this.next : 'unknown');
      if (isHead && !headContinues.has(name)) this.next = this.opens(name, line[at + 1]?.tokenType.name);
      isHead = name === '{' || name === '}';
      if (isHead) this.next = this.kind;
    }
  }

  private opens(head: string, after: string | undefined): BlockKind {
    if (this.kinds.length === 0) return elements.get(head) ?? this.next;
    if (this.kind === 'plain' || this.kind === 'settings') return head === '设置' ? 'settings' : 'plain';
    if (this.kind === 'unknown') return 'unknown';
    if (head === '规则' || head === '结构') return 'plain';
    return isClassification(head, after) ? 'classification' : this.kind;
  }
}
