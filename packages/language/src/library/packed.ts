import { Decimal, type Origin } from '@fiscal/core';

/**
 * Plain data as JSON that is short and quickly read: each shape of object is named once, a place is three or four numbers.
 * What is read is equal to what was written.
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

/** Throws for what is no data: that is a defect of the library's, met when it is built. */
export function pack(value: unknown, uri: string): Packed {
  const numbers = new Map<string, number>();
  const shapes: string[][] = [];
  const shapeOf = (keys: string[]): number => {
    const key = keys.join('\n');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, shapes.length);
    return shapes.push(keys) - 1;
  };
  const packed = (each: unknown): unknown => {
    if (each === undefined || typeof each === 'function') throw new Error(`No data: ${String(each)}`);
    if (typeof each !== 'object' || each === null) return each;
    if (Array.isArray(each)) return [heads.list, ...each.map(packed)];
    if (each instanceof Map) return [heads.map, ...[...each].flat().map(packed)];
    if (each instanceof Decimal) return [heads.decimal, each.toString()];
    if (isOrigin(each) && each.uri === uri) return [heads.place, ...numbersOf(each.range)];
    if (isRange(each)) return [heads.range, ...numbersOf(each)];
    const entries = Object.entries(each).filter(([, property]) => property !== undefined);
    const shape = shapeOf(entries.map(([key]) => key));
    return [firstShape + shape, ...entries.map(([, property]) => packed(property))];
  };
  return { uri, shapes, value: packed(value) };
}

export function unpack<T>({ uri, shapes, value }: Packed): T {
  const unpacked = (each: unknown): unknown => {
    if (!Array.isArray(each)) return each;
    const head: number = each[0];
    if (head >= firstShape) return objectOf(shapes[head - firstShape]!, each.slice(1).map(unpacked));
    if (head === heads.list) return each.slice(1).map(unpacked);
    if (head === heads.map) return new Map(pairsOf(each.slice(1).map(unpacked)));
    if (head === heads.decimal) return new Decimal(each[1]);
    return head === heads.place ? { uri, range: rangeOf(each) } : rangeOf(each);
  };
  return unpacked(value) as T;
}

function objectOf(keys: readonly string[], values: readonly unknown[]): object {
  const object: Record<string, unknown> = {};
  for (const [index, key] of keys.entries()) object[key] = values[index];
  return object;
}

function pairsOf(flat: readonly unknown[]): [unknown, unknown][] {
  return flat.flatMap((key, index) => (index % 2 === 0 ? [[key, flat[index + 1]]] : []));
}

function isOrigin(value: object): value is Origin {
  return isExactly(value, 'uri', 'range') && isRange((value as Origin).range);
}

function isRange(value: object): value is Origin['range'] {
  if (!isExactly(value, 'start', 'end')) return false;
  return Object.values(value).every((position) => isExactly(position as object, 'character', 'line'));
}

function isExactly(value: object, ...keys: string[]): boolean {
  return Object.keys(value).join() === keys.join();
}

/** Most places are within a line, which is then said once. */
function numbersOf({ start, end }: Origin['range']): number[] {
  const numbers = [start.line, start.character, end.character];
  return end.line === start.line ? numbers : [...numbers, end.line];
}

function rangeOf([, line, character, endCharacter, endLine = line]: number[]): Origin['range'] {
  return {
    start: { character: character!, line: line! },
    end: { character: endCharacter!, line: endLine! },
  };
}
