import type { Range } from '@fiscal/core';

/** A value in a JSON text, with its place. */
export type JsonNode = { range: Range } & (
  | { kind: 'text'; value: string }
  | { kind: 'object'; members: JsonMember[] }
  | { kind: 'list'; items: JsonNode[] }
  | { kind: 'other' }
);

export interface JsonMember {
  key: string;
  keyRange: Range;
  value: JsonNode;
}

/** What stands in the way of reading a JSON text, and where. */
export interface JsonProblem {
  range: Range;
  /** What should stand there. */
  expected: string;
}

const deepest = 32;

/** Reads a JSON text; where it is none, says at the first place what is missing there. */
export function readJson(text: string): { node: JsonNode } | { problem: JsonProblem } {
  const reader = new JsonReader(text);
  const node = reader.value(0);
  if (node) reader.end();
  return node && !reader.problem ? { node } : { problem: reader.problem! };
}

class JsonReader {
  problem: JsonProblem | undefined;
  private offset = 0;
  private readonly lineStarts: number[] = [0];

  constructor(private readonly text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) this.lineStarts.push(index + end.length);
  }

  value(depth: number): JsonNode | undefined {
    this.skipBlanks();
    const character = this.text[this.offset];
    if (depth > deepest) return this.fail('更浅的嵌套');
    if (character === '{') return this.object(depth);
    if (character === '[') return this.list(depth);
    if (character === '"') return this.string();
    const start = this.offset;
    const [word] = this.match(/(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y) ?? [];
    return word === undefined ? this.fail('一个值') : { kind: 'other', range: this.range(start) };
  }

  end(): void {
    this.skipBlanks();
    if (this.offset < this.text.length) this.fail('文件结束');
  }

  private object(depth: number): JsonNode | undefined {
    const start = this.offset++;
    const members: JsonMember[] = [];
    const isRead = this.several('}', () => {
      const key = this.string();
      if (!key) return false;
      this.skipBlanks();
      if (!this.match(/:/y)) return this.fail('冒号 : ');
      const value = this.value(depth + 1);
      if (!value) return false;
      members.push({ key: key.value, keyRange: key.range, value });
      return true;
    });
    return isRead ? { kind: 'object', members, range: this.range(start) } : undefined;
  }

  private list(depth: number): JsonNode | undefined {
    const start = this.offset++;
    const items: JsonNode[] = [];
    const isRead = this.several(']', () => {
      const item = this.value(depth + 1);
      if (item) items.push(item);
      return item !== undefined;
    });
    return isRead ? { kind: 'list', items, range: this.range(start) } : undefined;
  }

  /** Things with commas between them, up to the bracket. */
  private several(close: string, one: () => boolean | undefined): boolean | undefined {
    this.skipBlanks();
    if (this.text[this.offset] === close) return this.offset++ >= 0;
    for (;;) {
      if (!one()) return false;
      this.skipBlanks();
      const next = this.text[this.offset];
      if (next !== ',' && next !== close) return this.fail(`逗号 , 或者 ${close} `);
      this.offset++;
      if (next === close) return true;
      this.skipBlanks();
      if (this.text[this.offset] === close) return this.fail('下一项，最后一项后面不写逗号');
    }
  }

  private string(): ({ kind: 'text'; value: string } & { range: Range }) | undefined {
    const start = this.offset;
    if (this.text[start] !== '"') return this.fail('半角引号 " ');
    const [quoted] = this.match(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y) ?? [];
    if (quoted === undefined) return this.fail('配对的半角引号 " ');
    return { kind: 'text', value: JSON.parse(quoted) as string, range: this.range(start) };
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text);
    if (found) this.offset += found[0].length;
    return found;
  }

  private skipBlanks(): void {
    this.match(/[ \t\r\n]+/y);
  }

  private fail(expected: string): undefined {
    const end = Math.min(this.offset + 1, this.text.length);
    this.problem ??= { range: { start: this.position(this.offset), end: this.position(end) }, expected };
    return undefined;
  }

  private range(start: number): Range {
    return { start: this.position(start), end: this.position(this.offset) };
  }

  private position(offset: number): Range['start'] {
    let [low, high] = [0, this.lineStarts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.lineStarts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - this.lineStarts[low]! };
  }
}
