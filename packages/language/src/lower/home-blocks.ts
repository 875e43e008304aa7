import {
  nearestNames,
  type Origin,
  schemaChild,
  type SchemaItem,
  type Subject,
  total,
  wholes,
} from '@fiscal/core';
import type * as ast from '../generated/ast.js';
import { type LoweringContext, report } from './context.js';
import { normalizeName } from './expressions.js';
import { originOfProperty } from './origins.js';
import { siblingsOf } from './siblings.js';

/** What many blocks have: it tells of none of them. */
const everywhere: ReadonlySet<string> = new Set([...wholes, total, '增减额', '其他']);
/** More blocks than these say nothing. */
const most = 3;

/** 公务接待费 0.30 in no block, or in that of something else: told once for all that stand below each other. */
export function reportOtherBlock(
  context: LoweringContext,
  subject: Subject,
  node: ast.Item | ast.ThreePublicItem,
  near: readonly string[],
): boolean {
  const { schema } = subject.base;
  const typed = normalizeName(node.name);
  if (node.text) return false;
  const isKnown = homesOf(typed, schema).length > 0;
  const name = isKnown || near.length > 0 ? typed : itemMeant(typed, schema);
  const homes = name === undefined ? [] : homesOf(name, schema);
  if (name === undefined || homes.length === 0) return false;
  const origin = originOfProperty(context.uri, node, 'name');
  const blocksNamed = homes.map((path) => path.join('.')).join('、');
  if (isToldAbove(context, node, origin, blocksNamed)) return true;
  const owner = subject.parent ? subject.label : '';
  const shown = homes.map((path) => shownWithin(path, name, schema)).join('，或者 ');
  const parameters = { name: typed, owner, shown, homes: blocksNamed };
  const code = owner === '' ? 'outside-its-block' : 'in-other-block';
  report(context, 'Z010', 'error', origin, code, parameters, name === typed ? [] : [name]);
  return true;
}

/** The line above is told already, with the same blocks: this one is another place of that. */
function isToldAbove(
  { findings }: LoweringContext,
  node: ast.Item | ast.ThreePublicItem,
  origin: Origin,
  homes: string,
): boolean {
  const siblings = siblingsOf(node);
  const above = siblings[siblings.indexOf(node) - 1]?.$cstNode?.range.start.line;
  const last = findings.at(-1);
  if (last?.data.kind !== 'message' || last.data.parameters['homes'] !== homes) return false;
  const places = (last.data.places ??= []);
  if (![last.origin, ...places].some(({ range }) => range.start.line === above)) return false;
  places.push(origin);
  return true;
}

/**
 * The blocks that an item belongs to which is written outside of them: 三公经费 of 公务接待费. Each as the names that lead
 * there; none where there are none, or too many.
 */
function homesOf(name: string, schema: SchemaItem): string[][] {
  if (everywhere.has(name)) return [];
  const all = [...homesBelow(schema, [], name)];
  // 基本支出 for 基本支出 政府性基金: the block itself is meant, as long as no fund is named.
  const isInside = (path: string[]) =>
    all.some((other) => other.length < path.length && other.every((part, at) => part === path[at]));
  const found = all.filter((path) => !isInside(path));
  return found.length <= most ? found : [];
}

function* homesBelow(item: SchemaItem, path: readonly string[], name: string): Generator<string[]> {
  for (const child of item.children.values()) {
    const inside = [...path, child.name];
    if (schemaChild(child, name)) yield inside;
    yield* homesBelow(child, inside, name);
  }
}

/** 公务接待 for 公务接待费: the item of some block that a name is nearly that of, and nothing else is nearer. */
function itemMeant(name: string, schema: SchemaItem): string | undefined {
  const names = new Set([...namesBelow(schema)].filter((one) => !everywhere.has(one)));
  const [nearest = ''] = nearestNames(name, names, 1);
  const isPart = name.length > 2 && (nearest.includes(name) || name.includes(nearest));
  return nearest !== '' && (isPart || isOneOff(name, nearest)) ? nearest : undefined;
}

/** One word of several differs. */
function isOneOff(name: string, other: string): boolean {
  const differing = [...name].filter((word, at) => word !== other[at]);
  return name.length > 3 && name.length === other.length && differing.length === 1;
}

function* namesBelow(item: SchemaItem): Generator<string> {
  for (const block of item.children.values()) {
    yield* block.children.keys();
    yield* namesBelow(block);
  }
}

/** 三公经费 { 公务接待费 { 国内 … } }; 支出 政府性基金 { … } for what is a block of 支出 itself. */
function shownWithin(path: readonly string[], name: string, schema: SchemaItem): string {
  const home = path.reduce<SchemaItem | undefined>(schemaChild, schema);
  if (schemaChild(home, name)?.coded) return `${path.join(' ')} ${name} { … }`;
  return path.reduceRight((inner, head) => `${head} { ${inner} }`, `${name} …`);
}
