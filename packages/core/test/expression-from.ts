import {
  type Decimal,
  Decimal as DecimalClass,
  type Expression,
  type Origin,
  type RichText,
} from '../src/index.js';

const tokens = /\s+|"[^"]*"|\d+(?:\.\d+)?|[\p{Script=Han}\w“”（）]+|[-+*/()|.≠≤≥<>=%]/gu;

const levels: string[][] = [['或'], ['且'], ['=', '≠', '<', '≤', '>', '≥'], ['|'], ['+', '-'], ['*', '/']];

/** An expression from its text; origins are character ranges on line 0 of `uri`. */
export function expressionFrom(text: string, uri = 'test:', start = 0): Expression {
  const reader = new Reader(text, uri, start);
  return reader.read(0);
}

/** A text with 【holes】; origins count from the beginning of the text. */
export function richFrom(text: string, uri = 'test:'): RichText {
  const parts = [...text.matchAll(/【([^】]*)】|[^【]+/g)];
  return {
    pieces: parts.map(({ 0: whole, 1: hole, index }) =>
      hole === undefined
        ? { kind: 'text', text: whole }
        : {
            kind: 'hole',
            expression: expressionFrom(hole, uri, index + 1),
            origin: origin(uri, index, whole.length),
          },
    ),
    origin: origin(uri, 0, text.length),
  };
}

export function origin(uri: string, character: number, length: number): Origin {
  return { uri, range: { start: { line: 0, character }, end: { line: 0, character: character + length } } };
}

class Reader {
  private readonly words: { word: string; at: number }[];
  private next = 0;

  constructor(
    text: string,
    private readonly uri: string,
    start: number,
  ) {
    this.words = [...text.matchAll(tokens)]
      .map(({ 0: word, index }) => ({ word, at: start + index }))
      .filter(({ word }) => word.trim() !== '');
  }

  read(level: number): Expression {
    const operators = levels[level];
    if (!operators) return this.prefix();
    let left = this.read(level + 1);
    while (operators.includes(this.peek())) left = this.combine(left, this.take().word, level);
    return left;
  }

  private combine(left: Expression, operator: string, level: number): Expression {
    const place = left.origin;
    if (operator !== '|')
      return { kind: 'binary', operator: operator as '+', left, right: this.read(level + 1), origin: place };
    const { word: name, at } = this.take();
    const rest: Expression[] = [];
    while (/^["\d(\p{Script=Han}]/u.test(this.peek()) && !'且或'.includes(this.peek()))
      rest.push(this.primary());
    const nameOrigin = origin(this.uri, at, name.length);
    return { kind: 'filter', operand: left, name, nameOrigin, arguments: rest, origin: place };
  }

  private prefix(): Expression {
    const operator = this.peek();
    if (operator !== '-' && operator !== '非') return this.primary();
    const { at } = this.take();
    return { kind: 'unary', operator, operand: this.prefix(), origin: origin(this.uri, at, 1) };
  }

  private primary(): Expression {
    const { word, at } = this.take();
    const place = origin(this.uri, at, word.length);
    if (word === '(') return this.parenthesis();
    if (word.startsWith('"')) return { kind: 'text', text: word.slice(1, -1), origin: place };
    if (/^\d/.test(word)) {
      const value: Decimal = new DecimalClass(word);
      return this.peek() === '%'
        ? { kind: 'number', value, unit: this.take().word, origin: place }
        : { kind: 'number', value, origin: place };
    }
    const segments = [{ name: word, origin: place }];
    while (this.peek() === '.') {
      this.take();
      const { word: name, at: start } = this.take();
      segments.push({ name, origin: origin(this.uri, start, name.length) });
    }
    return { kind: 'path', segments, origin: place };
  }

  private parenthesis(): Expression {
    const inner = this.read(0);
    this.take();
    return inner;
  }

  private peek(): string {
    return this.words[this.next]?.word ?? '';
  }

  private take(): { word: string; at: number } {
    const taken = this.words[this.next++];
    if (!taken) throw new Error('The expression ends too early');
    return taken;
  }
}
