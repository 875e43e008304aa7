import { nameLikeness, sharedTraits } from '../pair/likeness.js';
import { cellsOf } from './cells.js';
import { type Node, nameTokens } from './nodes.js';

/** A place in a text, and what stands there instead. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** What one node was called in each of three versions. */
export interface NameConflict {
  old: string;
  ours: string;
  theirs: string;
}

/**
 * What was renamed on one side bears the new name in all three versions, so that it is merged like everything else;
 * `ours` has the last word where both sides renamed it, and is in conflict with the other name.
 */
export interface Renames {
  edits: { old: Edit[]; ours: Edit[]; theirs: Edit[] };
  /** By the path of the node, as the merged versions have it. */
  conflicts: Map<string, NameConflict>;
  /** Paths of what one side renamed and the other removed. */
  removed: Set<string>;
}

type Nodes = readonly Node[];

export function findRenames(old: Nodes, ours: Nodes, theirs: Nodes): Renames {
  const found: Renames = {
    edits: { old: [], ours: [], theirs: [] },
    conflicts: new Map(),
    removed: new Set(),
  };
  compareLevel(old, ours, theirs, '', found);
  return found;
}

/** The path of a node below another one. */
export function pathOf(owner: string, key: string): string {
  return `${owner}\n${key}`;
}

function compareLevel(old: Nodes, ours: Nodes, theirs: Nodes, owner: string, found: Renames): void {
  const [mine, other] = [partnersOf(old, ours), partnersOf(old, theirs)];
  for (const node of old) {
    const [a, b] = [mine.get(node), other.get(node)];
    const name = a && a.key !== node.key ? a : b && b.key !== node.key ? b : node;
    if (name !== node) bearName(node, a, b, name, owner, found);
    if (a?.body && b?.body) compareLevel(node.body ?? [], a.body, b.body, pathOf(owner, name.key), found);
  }
}

function bearName(
  old: Node,
  ours: Node | undefined,
  theirs: Node | undefined,
  named: Node,
  owner: string,
  { edits, conflicts, removed }: Renames,
): void {
  const path = pathOf(owner, named.key);
  edits.old.push(...renaming(old, named));
  if (ours) edits.ours.push(...renaming(ours, named));
  if (theirs) edits.theirs.push(...renaming(theirs, named));
  if (!ours || !theirs) removed.add(path);
  else if (theirs.key !== named.key && theirs.key !== old.key)
    conflicts.set(path, { old: old.key, ours: ours.key, theirs: theirs.key });
}

function renaming(node: Node, named: Node): Edit[] {
  if (node.key === named.key) return [];
  const [tokens, others] = [nameTokens(node.head), nameTokens(named.head)];
  const [first, last] = [others[0], others.at(-1)];
  if (!first || !last || tokens.length === 0) return [];
  const { raw, start } = named.head;
  const text = raw.slice(first.startOffset - start, last.endOffset! + 1 - start);
  return [{ from: tokens[0]!.startOffset, to: tokens.at(-1)!.endOffset! + 1, text }];
}

/** What became of each: the one of its name, else one that came in its place and is like it. */
function partnersOf(old: Nodes, next: Nodes): Map<Node, Node> {
  const byKey = new Map(next.map((node) => [node.key, node]));
  const known = new Set(old.map(({ key }) => key));
  const partners = new Map<Node, Node>();
  for (const node of old) {
    const same = byKey.get(node.key);
    if (same) partners.set(node, same);
  }
  const left = old.filter((node) => !partners.has(node));
  const come = next.filter(({ key }) => !known.has(key));
  const scored = left
    .flatMap((node) => come.map((other) => ({ node, other, score: likeness(node, other) })))
    .filter(({ score }) => score >= enough)
    .sort((a, b) => b.score - a.score);
  const taken = new Set<Node>();
  for (const { node, other } of scored) {
    if (partners.has(node) || taken.has(other)) continue;
    partners.set(node, other);
    taken.add(other);
  }
  return partners;
}

/** As for subjects: half of what is said, or the name and something of it. */
const enough = 0.5;

function likeness(old: Node, next: Node): number {
  const [name, other] = [nameTokens(old.head), nameTokens(next.head)];
  if (sortOf(name) === undefined || sortOf(name) !== sortOf(other)) return 0;
  const [traits, others] = [traitsOf(old), traitsOf(next)];
  const isCode = sortOf(name) === 'CODE';
  const names = isCode ? 0 : nameLikeness(name.at(-1)!.image, other.at(-1)!.image);
  if (traits.size === 0 && others.size === 0) return names - 0.1;
  const score = 0.7 * sharedTraits(traits, others) + 0.4 * names;
  return Math.max(score, names >= 0.7 ? 0.8 * names : 0);
}

/** A line with a code, or the word in front of a name; other names are words of the language. */
function sortOf(name: ReturnType<typeof nameTokens>): string | undefined {
  const [first, second] = name;
  if (first?.tokenType.name === 'CODE') return 'CODE';
  return first && second && renamable.has(first.image) ? first.image : undefined;
}

const renamable = new Set(['项目', '单位', '指标', '引用', '部门决算', '单位决算']);

/** What is said in it: each figure of its first line, and each line below. */
function traitsOf({ head, body = [] }: Node): ReadonlySet<string> {
  const figures = cellsOf(head).filter(({ hasFigure }) => hasFigure);
  const traits = new Set(figures.map(({ meaning }) => meaning));
  for (const node of body) {
    traits.add(node.head.meaning);
    for (const trait of traitsOf(node)) traits.add(`${node.key} ${trait}`);
  }
  return traits;
}
