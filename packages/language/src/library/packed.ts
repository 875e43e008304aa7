import { Decimal, type Origin } from '@fiscal/core';

/**
 * Plain data as JSON that is short and quickly read: each shape of object is named once, a place is a few numbers,
 * counted from the place before it. What is read is equal to what was written.
 */
export interface Packed {
  /** The file that places are in, unless they say another. */
  uri: string;
  /** Names of properties, by the number that stands at the head of an object. */
  shapes: string[][];
  value: unknown;
}

/** At the head of a list: what it stands for. Heads from `firstShape` on are those of objects. */
const heads = { list: 0, map: 1, decimal: 2, place: 3, range: 4 } as const;
const firstShape = 5;

type Range = Origin['range'];

/** Throws for what is no data: that is a defect of the library's, met when it is built. */
export function pack(value: unknown, uri: string): Packed {
  const packer = new Packer(uri);
  return { uri, shapes: packer.shapes, value: packer.packed(value) };
}

class Packer {
  readonly shapes: string[][] = [];
  private readonly numbers = new Map<string, number>();
  private readonly places = new Places();

  constructor(private readonly uri: string) {}

  packed(value: unknown): unknown {
    if (value === undefined || typeof value === 'function') throw new Error(`No data: ${String(value)}`);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return [heads.list, ...this.all(value)];
    if (value instanceof Map) return [heads.map, ...this.all([...value].flat())];
    if (value instanceof Decimal) return [heads.decimal, value.toString()];
    if (isOrigin(value) && value.uri === this.uri) return [heads.place, ...this.places.written(value.range)];
    if (isRange(value)) return [heads.range, ...this.places.written(value)];
    return this.object(value);
  }

  private all(values: readonly unknown[]): unknown[] {
    return values.map((value) => this.packed(value));
  }

  private object(value: object): unknown[] {
    const entries = Object.entries(value).filter(([, property]) => property !== undefined);
    const shape = this.shapeOf(entries.map(([key]) => key));
    return [firstShape + shape, ...this.all(entries.map(([, property]) => property))];
  }

  private shapeOf(keys: string[]): number {
    const key = keys.join('\n');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.shapes.length);
    return this.shapes.push(keys) - 1;
  }
}

export function unpack<T>({ uri, shapes, value }: Packed): T {
  return new Unpacker(uri, shapes).unpacked(value) as T;
}

class Unpacker {
  private readonly places = new Places();

  constructor(
    private readonly uri: string,
    private readonly shapes: readonly string[][],
  ) {}

  unpacked(value: unknown): unknown {
    if (!Array.isArray(value)) return value;
    const head: number = value[0];
    if (head >= firstShape) return this.object(this.shapes[head - firstShape]!, value);
    if (head === heads.list) return this.all(value);
    if (head === heads.map) return new Map(pairsOf(this.all(value)));
    if (head === heads.decimal) return new Decimal(value[1]);
    const range = this.places.read(value);
    return head === heads.place ? { uri: this.uri, range } : range;
  }

  private all([, ...values]: readonly unknown[]): unknown[] {
    return values.map((value) => this.unpacked(value));
  }

  private object(keys: readonly string[], values: readonly unknown[]): object {
    const object: Record<string, unknown> = {};
    for (let index = 0; index < keys.length; index++) object[keys[index]!] = this.unpacked(values[index + 1]);
    return object;
  }
}

/** Ranges in the order in which they stand, each counted from the start of the one before. */
class Places {
  private line = 0;
  private character = 0;

  /** Most are within a line, which is then not said again. */
  written({ start, end }: Range): number[] {
    const numbers = [start.line - this.line, start.character - this.character];
    this.goTo(start);
    return end.line === start.line
      ? [...numbers, end.character - start.character]
      : [...numbers, end.character, end.line - start.line];
  }

  read([, line, character, length, lines]: readonly number[]): Range {
    const start = { character: this.character + character!, line: this.line + line! };
    this.goTo(start);
    const end =
      lines === undefined
        ? { character: start.character + length!, line: start.line }
        : { character: length!, line: start.line + lines };
    return { start, end };
  }

  private goTo({ line, character }: Range['start']): void {
    this.line = line;
    this.character = character;
  }
}

function pairsOf(flat: readonly unknown[]): [unknown, unknown][] {
  return flat.flatMap((key, index) => (index % 2 === 0 ? [[key, flat[index + 1]]] : []));
}

function isOrigin(value: object): value is Origin {
  return isExactly(value, 'uri', 'range') && isRange((value as Origin).range);
}

function isRange(value: unknown): value is Range {
  if (!isExactly(value, 'start', 'end')) return false;
  return Object.values(value as Range).every((position) => isExactly(position, 'character', 'line'));
}

/** These properties, in this order. */
function isExactly(value: unknown, ...keys: string[]): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === keys.join();
}
