import { formatText } from '@fiscal/language';
import { mergeWords } from './words.zh.js';
import { type CellConflict, choose, mergeRows, orderOf } from './cells.js';
import { mergeLines } from './merge-lines.js';
import { labelOf, type Node, type Tree, treeOf } from './nodes.js';
import { type Edit, findRenames, type NameConflict, pathOf, type Renames } from './renames.js';
import { type Row, rowsOf } from './rows.js';
import { isFromEither, isMergeOf, type Said, saidIn } from './said.js';

export interface Merged {
  text: string;
  /** How many places both sides changed otherwise. */
  conflicts: number;
}

/**
 * Merges two versions of a source that come from one: block by block, line by line, and inside of a line figure by
 * figure. What both sides changed otherwise stands between git's conflict markers, that line alone. Nothing is said
 * in the end that neither side said: a result of which that is not certain is given up for one large conflict.
 */
export function mergeTexts(old: string, ours: string, theirs: string): Merged {
  if (ours === theirs || theirs === old) return { text: ours, conflicts: 0 };
  if (ours === old) return { text: theirs, conflicts: 0 };
  const renames = renamesOf(old, ours, theirs);
  const { old: inOld, ours: inOurs, theirs: inTheirs } = renames?.edits ?? {};
  const versions = [edited(old, inOld), edited(ours, inOurs), edited(theirs, inTheirs)] as const;
  return mergeVersions(versions, [old, ours, theirs], renames);
}

function renamesOf(...texts: [old: string, ours: string, theirs: string]): Renames | undefined {
  const [o, a, b] = texts.map((text) => treeOf(rowsOf(text).rows));
  return o && a && b && findRenames(o.nodes, a.nodes, b.nodes);
}

/** Places count in the text with plain line ends. */
function edited(text: string, edits: readonly Edit[] = []): string {
  if (edits.length === 0) return text;
  const { lineEnd } = rowsOf(text);
  let changed = text.replace(/\r\n?/g, '\n');
  for (const { from, to, text: put } of [...edits].sort((one, other) => other.from - one.from))
    changed = changed.slice(0, from) + put + changed.slice(to);
  return ended(changed, lineEnd);
}

type Versions = readonly [old: string, ours: string, theirs: string];

/** Merges versions in which everything bears one name; `written`: as they were. */
function mergeVersions(
  [old, ours, theirs]: Versions,
  written: Versions,
  renames: Renames | undefined,
): Merged {
  const [before, mine, other] = [rowsOf(old), rowsOf(ours), rowsOf(theirs)];
  const [o, a, b] = [treeOf(before.rows), treeOf(mine.rows), treeOf(other.rows)];
  const whole = () => wholeOf(written);
  if (!o || !a || !b) return { text: whole(), conflicts: 1 };
  const merger = new Merger(renames);
  const plain = merger.merge(o, a, b).join('\n') + '\n';
  const text = tidied(plain, ours, merger.conflicts);
  if (!isCertain(text, merger.conflicts, [old, ours, theirs], written))
    return { text: whole(), conflicts: 1 };
  return { text: ended(text, mine.lineEnd), conflicts: merger.conflicts };
}

function wholeOf([old, ours, theirs]: Versions): string {
  const [before, mine, other] = [rowsOf(old), rowsOf(ours), rowsOf(theirs)];
  const narrow = wholeConflict(before.rows, mine.rows, other.rows, true);
  const isSafe = isFromEither(saidIn(narrow), saidIn(ours), saidIn(theirs));
  const text = isSafe ? narrow : wholeConflict(before.rows, mine.rows, other.rows, false);
  return ended(text, mine.lineEnd);
}

function ended(text: string, lineEnd: string): string {
  return lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd);
}

/** What was in canonical form before stays so. */
function tidied(merged: string, ours: string, conflicts: number): string {
  return conflicts === 0 && formatText(ours) === ours ? formatText(merged) : merged;
}

function isCertain(merged: string, conflicts: number, versions: Versions, written: Versions): boolean {
  const said = saidIn(merged);
  if (conflicts === 0) return isMergeOf(said, ...(versions.map(saidIn) as [Said, Said, Said]));
  const [, ours, theirs] = versions;
  const others = written.slice(1).filter((text) => text !== ours && text !== theirs);
  return isFromEither(said, ...[ours, theirs, ...others].map(saidIn));
}

/**
 * All between the first and the last line that are not the same on both sides. Where blocks do not close as they open,
 * what stands around them would mean something else: then the whole file is the conflict.
 */
function wholeConflict(
  old: readonly Row[],
  ours: readonly Row[],
  theirs: readonly Row[],
  isNarrow: boolean,
): string {
  const shortest = isNarrow ? Math.min(old.length, ours.length, theirs.length) : 0;
  const isSame = (at: (rows: readonly Row[]) => Row | undefined) =>
    at(old)?.raw === at(ours)?.raw && at(ours)?.raw === at(theirs)?.raw;
  let start = 0;
  while (start < shortest && isSame((rows) => rows[start])) start += 1;
  let end = 0;
  while (end < shortest - start && isSame((rows) => rows[rows.length - 1 - end])) end += 1;
  const between = (rows: readonly Row[]) => rows.slice(start, rows.length - end).map(({ raw }) => raw);
  const lines = [
    ...ours.slice(0, start).map(({ raw }) => raw),
    ...conflictLines(between(old), between(ours), between(theirs), mergeWords.whole),
    ...ours.slice(ours.length - end).map(({ raw }) => raw),
  ];
  return `${lines.join('\n')}\n`;
}

function conflictLines(
  old: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  what: string,
): string[] {
  return [
    `<<<<<<< ${mergeWords.ours}${what}`,
    ...ours,
    `||||||| ${mergeWords.old}`,
    ...old,
    '=======',
    ...theirs,
    `>>>>>>> ${mergeWords.theirs}`,
  ];
}

/** Longer texts are not repeated in a marker, which is one line. */
const mostNamed = 80;

class Merger {
  conflicts = 0;

  constructor(private readonly renames: Renames | undefined) {}

  merge(old: Tree, ours: Tree, theirs: Tree): string[] {
    const nodes = this.nodes(old.nodes, ours.nodes, theirs.nodes, { name: '', path: '' });
    return [...nodes, ...this.trivia(old.rest, ours.rest, theirs.rest)];
  }

  private nodes(
    old: readonly Node[],
    ours: readonly Node[],
    theirs: readonly Node[],
    owner: Owner,
  ): string[] {
    const [before, mine, other] = [byKey(old), byKey(ours), byKey(theirs)];
    const keys = (nodes: readonly Node[]) => nodes.map(({ key }) => key);
    // Who did not move anything follows the one who did.
    const isMoved = !sameOrder(keys(old), keys(ours));
    const order = isMoved ? orderOf(keys(ours), keys(theirs)) : orderOf(keys(theirs), keys(ours));
    return order.flatMap((key) => this.node(before.get(key), mine.get(key), other.get(key), owner));
  }

  private node(
    old: Node | undefined,
    ours: Node | undefined,
    theirs: Node | undefined,
    owner: Owner,
  ): string[] {
    if (ours && theirs) return this.both(old, ours, theirs, owner);
    const [left, gone] = ours ? [ours, 'theirs'] : [theirs, 'ours'];
    if (!left) return [];
    if (!old) return linesOf(left);
    const isRenamed = this.renames?.removed.has(pathOf(owner.path, left.key));
    if (!isRenamed && meaningOfNode(left) === meaningOfNode(old)) return [];
    this.conflicts += 1;
    const name = mergeWords.removed(nameIn(owner.name, left));
    return gone === 'theirs'
      ? conflictLines(linesOf(old), linesOf(left), [], name)
      : conflictLines(linesOf(old), [], linesOf(left), name);
  }

  private both(old: Node | undefined, ours: Node, theirs: Node, owner: Owner): string[] {
    const lead = this.trivia(old?.lead ?? [], ours.lead, theirs.lead);
    const name = nameIn(owner.name, ours);
    const path = pathOf(owner.path, ours.key);
    const names = this.renames?.conflicts.get(path);
    const isBlock = ours.body !== undefined;
    if (isBlock !== (theirs.body !== undefined) || (old && isBlock !== (old.body !== undefined)))
      return [...lead, ...this.otherShape(old, ours, theirs, name)];
    const head = names
      ? this.twoNames(old, ours, theirs, name, names)
      : this.row(old?.head, ours.head, theirs.head, name);
    if (!ours.body || !theirs.body) return [...lead, ...head];
    return [
      ...lead,
      ...head,
      ...this.nodes(old?.body ?? [], ours.body, theirs.body, { name, path }),
      ...this.trivia(old?.rest ?? [], ours.rest, theirs.rest),
      ...this.row(old?.tail, ours.tail!, theirs.tail!, name),
    ];
  }

  /** Each side calls it otherwise; what else stands in the line is merged. */
  private twoNames(
    old: Node | undefined,
    ours: Node,
    theirs: Node,
    name: string,
    names: NameConflict,
  ): string[] {
    const merged = mergeRows(old?.head, ours.head, theirs.head);
    this.conflicts += 1;
    const what = mergeWords.values('', bare(names.old), bare(names.ours), bare(names.theirs));
    const label = mergeWords.renamed(name, what);
    const before = old ? [withName(old.head.raw, names.ours, names.old)] : [];
    const other = withName(merged.theirs, names.ours, names.theirs);
    return conflictLines(before, [merged.ours], [other], label);
  }

  /** A line here, a block of several lines there. */
  private otherShape(old: Node | undefined, ours: Node, theirs: Node, name: string): string[] {
    const [o, a, b] = [old, ours, theirs].map((node) => node && { meaning: meaningOfNode(node), node });
    const chosen = choose(o, a, b);
    if (chosen !== 'conflict') return chosen ? linesWithoutLead(chosen.node) : [];
    this.conflicts += 1;
    const lines = (node: Node | undefined) => (node ? linesWithoutLead(node) : []);
    return conflictLines(lines(old), lines(ours), lines(theirs), mergeWords.both(name));
  }

  private row(old: Row | undefined, ours: Row, theirs: Row, name: string): string[] {
    const chosen = choose(old, ours, theirs);
    if (chosen !== 'conflict') {
      // Who only laid it out otherwise keeps that.
      const isLaidOut = old && ours.meaning === theirs.meaning && ours.raw === old.raw;
      return [(isLaidOut ? theirs : chosen!).raw];
    }
    const byLines = old?.raw.includes('\n') ? mergeLines(old.raw, ours.raw, theirs.raw) : undefined;
    if (byLines !== undefined) return [byLines];
    const merged = mergeRows(old, ours, theirs);
    if (merged.conflicts.length === 0) return [merged.ours];
    this.conflicts += 1;
    const isLong = merged.conflicts.some(({ old: o, ours: a, theirs: b }) => (o + a + b).length > mostNamed);
    const what = isLong
      ? mergeWords.both(name)
      : mergeWords.figures(name, merged.conflicts.map(conflictText));
    return conflictLines(old ? [old.raw] : [], [merged.ours], [merged.theirs], what);
  }

  /** Comments of both sides stay. */
  private trivia(old: readonly Row[], ours: readonly Row[], theirs: readonly Row[]): string[] {
    const chosen = choose(triviaOf(old), triviaOf(ours), triviaOf(theirs));
    if (chosen !== 'conflict') return chosen!.lines;
    const known = new Set([...old, ...ours].map(({ meaning }) => meaning));
    return [...ours, ...theirs.filter(({ meaning }) => !known.has(meaning))].map(({ raw }) => raw);
  }
}

function triviaOf(rows: readonly Row[]): { meaning: string; lines: string[] } {
  return { meaning: rows.map(({ meaning }) => meaning).join('\n'), lines: rows.map(({ raw }) => raw) };
}

/** The values on one line: 基本 原来 86.40，当前 86.50，并入 86.60. */
function conflictText({ key, old, ours, theirs }: CellConflict): string {
  const [, measure = ''] = key.split('·');
  const value = (text: string) => (text || mergeWords.nothing).replaceAll('\n', ' ');
  return mergeWords.values(measure, value(old), value(ours), value(theirs));
}

/** Where a node stands: in words, and by the keys that lead there. */
interface Owner {
  name: string;
  path: string;
}

function nameIn(owner: string, node: Node): string {
  const label = labelOf(node);
  return owner === '' || /^(?:部门|单位)决算 /.test(owner) ? label : `${owner} ${label}`;
}

/** A line that bears one name, with the other. */
function withName(raw: string, from: string, to: string): string {
  const word = from.includes(' ') ? raw.indexOf(from.split(' ')[0]!) + from.indexOf(' ') : 0;
  const at = raw.indexOf(bare(from), word);
  return raw.slice(0, at) + bare(to) + raw.slice(at + bare(from).length);
}

/** The name without the word in front of it. */
function bare(key: string): string {
  return key.split(' ').at(-1)!;
}

function byKey(nodes: readonly Node[]): Map<string, Node> {
  return new Map(nodes.map((node) => [node.key, node]));
}

function sameOrder(old: readonly string[], next: readonly string[]): boolean {
  const [before, after] = [new Set(old), new Set(next)];
  const common = old.filter((key) => after.has(key));
  return next.filter((key) => before.has(key)).every((key, index) => key === common[index]);
}

function meaningOfNode({ head, body = [], tail }: Node): string {
  return [head.meaning, ...body.map(meaningOfNode), tail?.meaning ?? ''].join('\n');
}

function linesOf(node: Node): string[] {
  return [...node.lead.map(({ raw }) => raw), ...linesWithoutLead(node)];
}

function linesWithoutLead({ head, body = [], rest, tail }: Node): string[] {
  return [head.raw, ...body.flatMap(linesOf), ...rest.map(({ raw }) => raw), ...(tail ? [tail.raw] : [])];
}
