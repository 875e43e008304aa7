import {
  finalAccounts,
  knownMeasure,
  parseFigure,
  schemaBelow,
  schemaChild,
  type SchemaItem,
} from '@fiscal/core';
import type { Reading, Said } from '../reading/reading.js';

/** What a report says of one thing, and of what stands below it. */
export interface SourceNode {
  name: string;
  /** The name of a line with a code. */
  label?: string;
  /** Each value once; the second of a fact that the document states differently elsewhere after the first. */
  figures: Map<string, Said[]>;
  texts: Map<string, string>;
  children: Map<string, SourceNode>;
  schema: SchemaItem | undefined;
  /** Written although nothing more is said of it. */
  isNamed?: true;
}

export function newNode(name: string, schema?: SchemaItem): SourceNode {
  return { name, figures: new Map(), texts: new Map(), children: new Map(), schema };
}

/** Everything that was read, by subject. */
export function sourceTree({ figures, texts, members, names }: Reading, schema: SchemaItem): SourceNode {
  const root = newNode('', schema);
  for (const path of members) path.reduce(childOf, root);
  for (const { path, said } of figures) {
    const { node, rest } = find(root, path, true);
    addFigure(node, rest ?? finalAccounts, said);
  }
  for (const { path, text } of texts) {
    const { node, rest } = find(root, path, false);
    if (rest !== undefined && !node.texts.has(rest)) node.texts.set(rest, text);
  }
  for (const [path, name] of names) label(root, path.split('.'), name);
  return root;
}

/** The node at a path, and what its last name is of that: a measure, or the name of a text. */
function find(
  root: SourceNode,
  path: readonly string[],
  isFigure: boolean,
): { node: SourceNode; rest?: string } {
  const last = path.at(-1)!;
  const above = path.slice(0, -1).reduce(childOf, root);
  if (!isFigure) return { node: above, rest: last };
  const measure = path.length > 1 && !schemaChild(above.schema, last) ? knownMeasure(last) : undefined;
  return measure === undefined ? { node: childOf(above, last) } : { node: above, rest: measure };
}

function childOf(node: SourceNode, name: string): SourceNode {
  const known = node.children.get(name);
  if (known) return known;
  const child = newNode(name, schemaBelow(node.schema, name));
  node.children.set(name, child);
  return child;
}

function addFigure({ figures }: SourceNode, measure: string, said: Said): void {
  const known = figures.get(measure) ?? [];
  if (!known.some((one) => isSame(one, said))) figures.set(measure, [...known, said]);
}

function isSame(one: Said, other: Said): boolean {
  if (!('digits' in one) || !('digits' in other)) return JSON.stringify(one) === JSON.stringify(other);
  const [a, b] = [parseFigure(one.digits), parseFigure(other.digits)];
  return a !== undefined && b !== undefined && a.equals(b);
}

function label(root: SourceNode, path: readonly string[], name: string): void {
  const node = path.reduce<SourceNode | undefined>((at, step) => at?.children.get(step), root);
  if (node) node.label = name;
}
