import type { Finding, Operand } from '../findings/finding.js';
import { innerExpressions } from '../model/expression-parts.js';
import type { Expression } from '../model/expression.js';
import type { FactBase } from '../model/fact-base.js';
import type { Fact } from '../model/fact.js';
import { type Path, pathBelow, pathNames } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import { rulesRestingOn } from '../vocabulary/rules.zh.js';
import { knownMeasure, lastYear } from '../vocabulary/measures.js';
import { hasHeld } from './diagnose/cause.js';
import { leavesOf } from './diagnose/leaves.js';
import { isJudged, type Judgement } from './relations/relation.js';

/** A block in which something could not be read: what its figures come to nobody knows. */
export class UnreadBlock {
  constructor(readonly subject: Subject) {}
}

/** A relation that fails beside what could not be read is not judged: that may be what it lacks. */
export function unlessUnread(base: FactBase, judgement: Judgement): Judgement {
  if (!isJudged(judgement) || hasHeld(judgement)) return judgement;
  const blocks = unreadBlocks(base);
  if (blocks.length === 0) return judgement;
  const { relation } = judgement;
  const sides = [...relation.left, ...relation.right].map(({ fact }) => fact);
  const facts = [...sides, ...leavesOf(judgement).keys()];
  const missing = blocks.filter((block) => facts.some((fact) => rests(fact, block)));
  return missing.length > 0
    ? { relation, missing: missing.map((block) => new UnreadBlock(block)) }
    : judgement;
}

/** Of the report, and of those of its units, which sum up to it. */
function unreadBlocks({ unread, units }: FactBase): Subject[] {
  return [unread, ...units.map((unit) => unit.unread)].flatMap(({ blocks }) => [...blocks]);
}

function rests({ subject, measure }: Fact, block: Subject): boolean {
  return isBeside([...subject.names, measure], block.names);
}

/** Whether a condition speaks of a block in which something could not be read: that may be what it lacks. */
export function speaksOfUnread({ unread }: FactBase, expressions: readonly Expression[]): boolean {
  if (unread.blocks.size === 0) return false;
  const tops = new Set([...unread.blocks].map(({ names }) => names[0]));
  return tops.has(undefined) || expressions.some((expression) => speaksOf(expression, tops));
}

/** Whether something could not be read inside of it: what it lists nobody knows. */
export function isUnreadInside({ base, names }: Subject): boolean {
  return [...base.unread.blocks].some((block) => startsWith(block.names, names));
}

function speaksOf(expression: Expression, tops: ReadonlySet<string | undefined>): boolean {
  if (expression.kind === 'path') return tops.has(expression.segments[0]?.name);
  return innerExpressions(expression).some((inner) => speaksOf(inner, tops));
}

/** What is found in a report, without what only follows from something that could not be read. */
export function withoutFollowing(found: readonly Finding[], base: FactBase): Finding[] {
  const own = unreadBlocks(base).map(({ names }) => names);
  const before = [...(base.prior?.unread.blocks ?? [])].map(({ names }) => names);
  if (own.length + before.length + base.unread.lines.size === 0) return [...found];
  const follows = (finding: Finding) =>
    isOnLine(finding, base) ||
    isOfBlock(finding, own) ||
    (own.length > 0 && (judgesFigures(finding) || isOfList(finding))) ||
    (comparesWithLastYear(finding) && isOfBlock(finding, before));
  return found.filter((finding) => !isWrong(finding) || !follows(finding));
}

function isWrong({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** Says in words what it found of figures, and not of which. */
function judgesFigures({ rule, data }: Finding): boolean {
  return data.kind === 'message' && figureRules.has(rule);
}

/** A list where a text is needed: what cannot be read leaves an empty one. */
function isOfList({ rule, data }: Finding): boolean {
  return rule === 'Z020' && data.kind === 'message' && data.parameters.actual === 'list';
}

/** Of words beside figures; what is told of one figure, as that it is negative, needs no other. */
const figureRules: ReadonlySet<string> = new Set(
  rulesRestingOn('figures').filter((id) => id.startsWith('F')),
);

function comparesWithLastYear(finding: Finding): boolean {
  return finding.rule.startsWith('Y') || pathsIn(finding).some((path) => pathNames(path).at(-1) === lastYear);
}

function isOnLine({ origin: { uri, range } }: Finding, { origin, unread }: FactBase): boolean {
  return uri === origin.uri && unread.lines.has(range.start.line);
}

function isOfBlock(finding: Finding, unread: readonly Path[]): boolean {
  const paths = pathsIn(finding).map(pathNames);
  return paths.some((path) => unread.some((block) => isBeside(path, block)));
}

/** Paths of the figures that a finding speaks of, or of what a formula asks for and is not there. */
function pathsIn({ data }: Finding): string[] {
  switch (data.kind) {
    case 'sum':
      return pathsOf([...data.total, ...data.parts]);
    case 'same':
      return pathsOf(data.statements);
    case 'at-most':
      return pathsOf([...data.parts, ...data.whole]);
    case 'ratio':
      return pathsOf([data.ratio, data.numerator, data.denominator]);
    case 'condition':
      return [...pathsOf(data.operands), ...(data.missingText === undefined ? [] : [data.missingText])];
    case 'tails':
      return data.tails.flatMap(pathsIn);
    case 'message':
      return data.code === 'unknown-path' ? [pathBelow(data.parameters.owner!, data.parameters.name!)] : [];
    default:
      return [];
  }
}

function pathsOf(operands: readonly Operand[]): string[] {
  return operands.map(({ path }) => path);
}

/** In the block, or the total of blocks of which it is one. */
function isBeside(path: Path, block: Path): boolean {
  const subject = isMeasure(path.at(-1)) ? path.slice(0, -1) : path;
  const around = subject.slice(0, -1);
  return startsWith(subject, block) || (around.length > 0 && startsWith(block, around));
}

function isMeasure(name: string | undefined): boolean {
  return name !== undefined && knownMeasure(name) !== undefined;
}

function startsWith(path: Path, beginning: Path): boolean {
  return beginning.every((name, at) => path[at] === name);
}
