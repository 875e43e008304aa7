import {
  compareOrigins,
  type Finding,
  type Origin,
  type Phrase,
  richTextSource,
  type Template,
  type TemplateNode,
} from '@fiscal/core';
import { type LoweringContext, report } from '../lower/context.js';
import type { ChangedContent, TemplateChange } from '../lower/template-changes.js';
import { filledFromBase, filledTexts, withoutBaseContent, withoutBaseTexts } from './base-content.js';
import { changeTable } from './change-table.js';
import { reportUnknown } from './report-unknown.js';
import { reworded, rewordedTexts } from './reword.js';
import { mapNodes, nameOf, namesIn, titleOf, withInner } from './titles.js';

/** What a template made from another one has of its own. */
export interface OwnContent {
  /** Phrases of the base, whose words may change as well. */
  phrases?: Template['phrases'];
  /** Each replaces what has the same title in the base. */
  content: readonly TemplateNode[];
  changes: readonly TemplateChange[];
}

/**
 * The content of the base with the changes made in it: titles say what is meant, wherever it stands, as the base has
 * them. What the base does not have is reported and left out.
 */
export function changeContent(
  base: readonly TemplateNode[],
  { content, changes, phrases = new Map() }: OwnContent,
  context: LoweringContext,
): TemplateNode[] {
  const omitted = changes.find((change) => change.kind === 'omit-all');
  if (omitted && omitted.name === everything) return withoutBaseContent(content, context);
  if (omitted && namesIn(base).includes(omitted.name))
    report(context, 'Z027', 'error', omitted.origin, 'unquoted-title', { name: omitted.name });
  else if (omitted) reportUnknown(context, omitted.name, omitted.origin, [everything]);
  return withoutBaseContent(changed(base, content, changes, context, phrases), context);
}

/** 不列 全部: nothing of the base's content. */
const everything = '全部';

/** Titles change last, so that every other change finds what it means; words in what then is there. */
function changed(
  base: readonly TemplateNode[],
  own: readonly TemplateNode[],
  changes: readonly TemplateChange[],
  context: LoweringContext,
  phrases: Template['phrases'] = new Map(),
): TemplateNode[] {
  let nodes = [...base];
  const replaced = new Set<string>();
  for (const node of own) {
    const key = `${node.kind} ${nameOf(node)}`;
    if (nameOf(node) !== undefined && replaced.has(key))
      report(context, 'Z042', 'error', node.origin, 'replaced-twice', { name: nameOf(node)! });
    replaced.add(key);
    nodes = replace(nodes, node, context);
  }
  for (const change of changes) nodes = rearrange(nodes, change, context);
  for (const change of changes) if (change.kind === 'move') nodes = rename(nodes, change, context);
  for (const change of changes) if (change.kind === 'reword') nodes = reword(nodes, change, context, phrases);
  return nodes;
}

function replace(nodes: TemplateNode[], own: TemplateNode, context: LoweringContext): TemplateNode[] {
  const name = nameOf(own);
  if (name === undefined) {
    report(context, 'Z027', 'error', own.origin, 'unplaced-content', {});
    return nodes;
  }
  if (isEmpty(own)) report(context, 'Z040', 'warning', own.origin, 'empty-replacement', { name });
  const isMeant = (node: TemplateNode) => node.kind === own.kind && nameOf(node) === name;
  const sought = { context, name, origin: own.origin, kind: own.kind };
  return change(nodes, isMeant, (node) => [filledFromBase(own, node)], sought);
}

/** There is no other way to leave out a cover. */
function isEmpty(node: TemplateNode): boolean {
  switch (node.kind) {
    case 'part':
    case 'section':
    case 'paragraph':
      return node.content.length === 0;
    case 'table':
      return node.panels.length === 0;
    case 'chart':
      return node.series.length === 0;
    default:
      return false;
  }
}

function rearrange(nodes: TemplateNode[], made: TemplateChange, context: LoweringContext): TemplateNode[] {
  switch (made.kind) {
    case 'omit':
      return omit(nodes, made, context);
    case 'add': {
      const added = blocksOf(made.content, context);
      const beside = (node: TemplateNode) => (made.side === 'before' ? [...added, node] : [node, ...added]);
      return changeTitled(nodes, made.anchor, beside, context);
    }
    case 'within':
      return changeWithin(nodes, made, context);
    case 'move':
      return made.to ? move(nodes, made.anchor, made.to, context) : nodes;
    default:
      return nodes;
  }
}

/** 不列 节 "机构设置": only what is of this kind; no other has its columns and rows besides a table. */
function omit(
  nodes: TemplateNode[],
  { title, of }: TemplateChange & { kind: 'omit' },
  context: LoweringContext,
): TemplateNode[] {
  if (of === undefined) return changeTitled(nodes, title, () => [], context);
  if (of === 'column' || of === 'row') {
    report(context, 'Z027', 'error', title.origin, 'outside-table', {});
    return nodes;
  }
  const sought = { context, name: richTextSource(title), origin: title.origin, kind: of };
  return change(
    nodes,
    (node) => node.kind === of && titleOf(node) === sought.name,
    () => [],
    sought,
  );
}

type Within = TemplateChange & { kind: 'within' };

/** Several may have one title, as in both branches of a choice: what none of them has is told. */
function changeWithin(nodes: TemplateNode[], made: Within, context: LoweringContext): TemplateNode[] {
  const told: LoweringContext['findings'][] = [];
  const changed = changeTitled(
    nodes,
    made.anchor,
    (node) => {
      const own = { ...context, findings: [] };
      told.push(own.findings);
      return [changedWithin(node, made, own)];
    },
    context,
  );
  const [first = [], ...others] = told;
  const isAlike = (one: Finding) => (other: Finding) => compareOrigins(one.origin, other.origin) === 0;
  context.findings.push(...first.filter((one) => others.every((each) => each.some(isAlike(one)))));
  return changed;
}

function changedWithin(
  node: TemplateNode,
  { content, changes }: Within,
  context: LoweringContext,
): TemplateNode {
  if (node.kind === 'table') return changeTable(node, content, changes, context);
  const words = changes.filter((change) => change.kind === 'reword');
  if (node.kind === 'paragraph' || node.kind === 'chart') {
    return words.reduce<TemplateNode>((made, each) => reword([made], each, context)[0]!, node);
  }
  return withInner(node, (inner) => changed(inner, blocksOf(content, context), changes, context));
}

/** Where no table is meant, there are no columns and no rows. */
function blocksOf({ nodes, columns, rows, label }: ChangedContent, context: LoweringContext): TemplateNode[] {
  for (const { origin } of [...columns, ...rows, ...(label ? [label] : [])])
    report(context, 'Z027', 'error', origin, 'outside-table', {});
  return nodes;
}

type Move = TemplateChange & { kind: 'move' };

/** What is taken away keeps the conditions and repetitions that it stood in. */
function move(
  nodes: TemplateNode[],
  anchor: Move['anchor'],
  { target, side }: NonNullable<Move['to']>,
  context: LoweringContext,
): TemplateNode[] {
  const name = richTextSource(anchor);
  const taken: TemplateNode[] = [];
  const take = (node: TemplateNode): TemplateNode[] => {
    if (titleOf(node) === name) {
      taken.push(node);
      return [];
    }
    if (node.kind !== 'choice' && node.kind !== 'repeat')
      return [withInner(node, (inner) => inner.flatMap(take))];
    const before = taken.length;
    const branch = (inner: readonly TemplateNode[], around: (content: TemplateNode[]) => TemplateNode) => {
      const from = taken.length;
      const left = inner.flatMap(take);
      const found = taken.splice(from);
      if (found.length > 0) taken.push(around(found));
      return left;
    };
    if (node.kind === 'repeat') {
      const content = branch(node.content, (found) => ({ ...node, content: found }));
      return content.length === 0 && taken.length > before ? [] : [{ ...node, content }];
    }
    const then = branch(node.then, (found) => ({ ...node, then: found, otherwise: [] }));
    const otherwise = branch(node.otherwise, (found) => ({ ...node, then: [], otherwise: found }));
    return [{ ...node, then, otherwise }];
  };
  const rest = nodes.flatMap(take);
  if (taken.length === 0) {
    reportUnknown(context, name, anchor.origin, namesIn(nodes));
    return nodes;
  }
  const beside = (node: TemplateNode) => (side === 'before' ? [...taken, node] : [node, ...taken]);
  const isThere =
    mapNodes(rest, (node) => (titleOf(node) === richTextSource(target) ? node : undefined)).length > 0;
  const placed = changeTitled(rest, target, beside, context);
  return isThere ? placed : nodes;
}

function rename(nodes: TemplateNode[], { anchor, title }: Move, context: LoweringContext): TemplateNode[] {
  if (!title) return nodes;
  return changeTitled(nodes, anchor, (node) => ['title' in node ? { ...node, title } : node], context);
}

function reword(
  nodes: TemplateNode[],
  { words, text }: TemplateChange & { kind: 'reword' },
  context: LoweringContext,
  phrases: Template['phrases'] = new Map(),
): TemplateNode[] {
  const { made, count } = reworded(nodes, words, text);
  const isSaid = ({ content }: Phrase) => rewordedTexts(content, words, text).count > 0;
  if (count === 0 && ![...phrases.values()].some(isSaid))
    report(context, 'Z027', 'error', words.origin, 'unknown-words', { name: richTextSource(words) });
  return made;
}

interface Sought {
  context: LoweringContext;
  name: string;
  origin: Origin;
  /** Only nodes of this kind are meant. */
  kind?: TemplateNode['kind'];
}

function changeTitled(
  nodes: TemplateNode[],
  title: Move['anchor'],
  result: (node: TemplateNode) => TemplateNode[],
  context: LoweringContext,
): TemplateNode[] {
  const name = richTextSource(title);
  return change(nodes, (node) => titleOf(node) === name, result, { context, name, origin: title.origin });
}

function change(
  nodes: TemplateNode[],
  isMeant: (node: TemplateNode) => boolean,
  result: (node: TemplateNode) => TemplateNode[],
  { context, name, origin, kind }: Sought,
): TemplateNode[] {
  let found = false;
  const visit = (node: TemplateNode): TemplateNode[] => {
    if (!isMeant(node)) return [withInner(node, (inner) => inner.flatMap(visit))];
    found = true;
    return result(node);
  };
  const changed = nodes.flatMap(visit);
  if (!found) reportUnknown(context, name, origin, namesIn(nodes, kind));
  return changed;
}

/** A phrase replaces that of its name, which it may contain; words change in those of the base. */
export function changePhrases(
  base: Template['phrases'],
  own: Template['phrases'],
  changes: readonly TemplateChange[],
  context: LoweringContext,
): Template['phrases'] {
  const phrases = new Map(base);
  for (const change of changes)
    if (change.kind === 'reword')
      for (const [name, phrase] of phrases)
        phrases.set(name, {
          ...phrase,
          content: rewordedTexts(phrase.content, change.words, change.text).made,
        });
  for (const [name, phrase] of own) {
    const replaced = base.get(name);
    const ofBase = replaced?.parameters.join() === phrase.parameters.join() ? phrases.get(name)! : undefined;
    const content = ofBase ? filledTexts(phrase.content, ofBase.content) : phrase.content;
    phrases.set(name, { ...phrase, content: withoutBaseTexts(content, context) });
  }
  return phrases;
}

/** The rules of the base without those that the template does not want. */
export function keptRules(
  base: Template['rules'],
  changes: readonly TemplateChange[],
  context: LoweringContext,
): Template['rules'] {
  const omitted = changes.filter((change) => change.kind === 'omit-rule');
  const known = [...new Set(base.map(({ id }) => id))];
  for (const { rule, origin } of omitted)
    if (!known.includes(rule)) reportUnknown(context, rule, origin, known, 'unknown-base-rule');
  return base.filter(({ id }) => !omitted.some(({ rule }) => rule === id));
}
