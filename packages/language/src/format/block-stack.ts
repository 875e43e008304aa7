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
const headContinues = new Set(['级别', '依据', '当', '每']);

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

  /** Follows the braces of a line, but for those that it begins with. */
  readLine(line: readonly IToken[]): void {
    let at = 0;
    while (line[at]?.tokenType.name === '}') at++;
    let isHead = true;
    for (const { tokenType } of line.slice(at)) {
      const { name } = tokenType;
      if (name === '}') this.kinds.pop();
      if (name === '{') this.kinds.push(this.next);
      if (isHead && !headContinues.has(name)) this.next = this.opens(name);
      isHead = name === '{' || name === '}';
      if (isHead) this.next = this.kind;
    }
  }

  private opens(head: string): BlockKind {
    if (this.kinds.length === 0) return elements.get(head) ?? this.next;
    if (this.kind === 'data') return head === '规则' || head === '结构' ? 'plain' : 'data';
    return head === '设置' ? 'settings' : 'plain';
  }
}
