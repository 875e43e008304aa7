import type { Expression, RichText, Template, TextNode } from '@fiscal/core';
import { plain } from '../published/readable.js';
import { type Assumption, assume, claimsOf, marksOf } from './assumptions.js';
import { holePatterns } from './holes.js';
import {
  listedMeanings,
  type Meaning,
  meaningOf,
  type Names,
  phraseOf,
  type Reference,
  type Variable,
} from './meaning.js';
import { directions } from '../published/directions.js';
import { isTelling, literal, literalsIn, type Pattern, wordsOfPatterns } from './pattern.js';

/** What is known of a document before its text is read, and of its template. */
export interface Expected {
  template: Template;
  name: string;
  shortName: string | undefined;
  year: number;
  /** 部门 or 单位. */
  kind: string;
  moneyUnit: string;
  /** Whether what stands at a path is words of the author, no figure. */
  isText(reference: Reference): boolean;
}

/** Where in a template a text stands. */
export interface TextContext {
  expected: Expected;
  names: Names;
  /** What must hold for this to be printed. */
  given: readonly Assumption[];
}

/** Deeper phrases in phrases are none that a template has. */
const deepest = 12;

export function textPatterns(nodes: readonly TextNode[], context: TextContext, depth = 0): Pattern[] {
  return depth > deepest ? [] : nodes.flatMap((node) => nodePatterns(node, context, depth));
}

export function richPatterns({ pieces }: RichText, context: TextContext, depth = 0): Pattern[] {
  return pieces.flatMap((piece) =>
    piece.kind === 'text' ? words(piece.text) : expressionPatterns(piece.expression, context, depth),
  );
}

function words(text: string): Pattern[] {
  const bare = plain(text);
  return bare === '' ? [] : [literal(bare)];
}

function nodePatterns(node: TextNode, context: TextContext, depth: number): Pattern[] {
  switch (node.kind) {
    case 'text':
      return sentencePatterns(node, context, depth);
    case 'choice':
      return choicePatterns(node, context, depth);
    case 'repeat':
      return repeatPatterns(node, context, depth);
  }
}

/** 同义句: what bureaus say instead of a sentence is read as that sentence is. */
function sentencePatterns(
  { text, variants }: TextNode & { kind: 'text' },
  context: TextContext,
  depth: number,
): Pattern[] {
  const own = richPatterns(text, context, depth);
  if (!variants) return own;
  const others = variants.map((variant) => richPatterns(variant, context, depth));
  return [{ kind: 'choice', ways: [own, ...others] }];
}

function choicePatterns(node: TextNode & { kind: 'choice' }, context: TextContext, depth: number): Pattern[] {
  const own = [true, false].map((holds) => assume(node.condition, holds, context.names));
  const ways = [node.then, node.otherwise].map((nodes, index) => {
    const given = [...context.given, ...own[index]!];
    return withMarks(textPatterns(nodes, { ...context, given }, depth), own[index]!, given);
  });
  const claimed = ways.map((way, index) => [...way, ...claims(way, ways[1 - index]!, own[index]!)]);
  return [{ kind: 'choice', ways: claimed }];
}

/** Words that say which way a figure went, where those of the other way are others. */
function claims(way: readonly Pattern[], other: readonly Pattern[], own: readonly Assumption[]): Pattern[] {
  const first = way.find(({ kind }) => kind === 'literal');
  const words = first?.kind === 'literal' ? first.text : '';
  const [direction] = directions.exec(words) ?? [];
  if (direction === undefined || literalsIn(other).includes(direction)) return [];
  return claimsOf(own, words).map((claim): Pattern => ({ kind: 'claim', claim }));
}

/** 持平 says that the change is nothing; a way that prints the figure itself need not say so. */
function withMarks(patterns: Pattern[], own: readonly Assumption[], given: readonly Assumption[]): Pattern[] {
  if (own.length === 0 || !isTelling(patterns)) return patterns;
  const words = wordsOfPatterns(patterns);
  return [...patterns, ...marksOf(given).map((mark): Pattern => ({ kind: 'mark', mark, words }))];
}

function repeatPatterns(node: TextNode & { kind: 'repeat' }, context: TextContext, depth: number): Pattern[] {
  const { variable: name, list, separator, ending, content } = node;
  const listed = listedMeanings(list, context.names);
  if (listed) return listedPatterns(node, listed, context, depth);
  const meaning = meaningOf(list, context.names);
  const single = singleMember(meaning);
  if (single) {
    const names = new Map([...context.names, [name, { kind: 'reference', reference: single } as const]]);
    return textPatterns(content, { ...context, names }, depth);
  }
  const variable = variableOf(name, meaning);
  const names = withVariable(context.names, variable);
  const rich = (text: RichText | undefined) => (text ? richPatterns(text, context, depth) : []);
  return [
    {
      kind: 'repeat',
      variable,
      body: textPatterns(content, { ...context, names }, depth),
      separator: rich(separator),
      ending: rich(ending),
    },
  ];
}

/** (收入.事业收入 收入.经营收入): who is meant is known beforehand, each of them may be left out. */
function listedPatterns(
  { variable, separator, ending, content, condition }: TextNode & { kind: 'repeat' },
  listed: readonly Meaning[],
  context: TextContext,
  depth: number,
): Pattern[] {
  const rich = (text: RichText | undefined) => (text ? richPatterns(text, context, depth) : []);
  const between: Pattern = { kind: 'choice', ways: [rich(separator), []] };
  const members = listed.flatMap((member, index): Pattern[] => {
    const names = new Map([...context.names, [variable, member], ['序号', unknownMeaning]] as const);
    const own = condition ? assume(condition, true, names) : [];
    const given = [...context.given, ...own];
    const before = index === 0 ? [] : condition ? [between] : rich(separator);
    const way = [...before, ...textPatterns(content, { ...context, names, given }, depth)];
    return condition ? [{ kind: 'choice', ways: [way, []] }] : way;
  });
  return [...members, ...rich(ending)];
}

const unknownMeaning: Meaning = { kind: 'unknown' };

/** 名词解释.基本支出, out of 名词解释 | 其中 (此.名称 = "基本支出"). */
function singleMember(meaning: Meaning): Reference | undefined {
  if (meaning.kind !== 'reference') return undefined;
  const { variable, steps } = meaning.reference;
  return !variable && steps[0] === '名词解释' && steps.length === 2 ? meaning.reference : undefined;
}

export function variableOf(name: string, list: Meaning): Variable {
  return { name, list: list.kind === 'reference' ? list.reference : undefined };
}

export function withVariable(names: Names, variable: Variable): Names {
  return new Map([
    ...names,
    [variable.name, { kind: 'reference', reference: { variable, steps: [] } }],
    ['序号', { kind: 'unknown' }],
  ]);
}

/** What the value of an expression may look like. */
export function expressionPatterns(expression: Expression, context: TextContext, depth = 0): Pattern[] {
  const meant = expression.kind === 'filter' ? phraseOf(expression, context.names) : undefined;
  if (meant) {
    const inner = { ...context, names: meant.names };
    const { value, content } = meant.phrase;
    return value ? expressionPatterns(value, inner, depth + 1) : textPatterns(content, inner, depth + 1);
  }
  if (expression.kind === 'filter' && expression.name === '默认')
    return defaultPatterns(expression, context, depth);
  return holePatterns(meaningOf(expression, context.names), context);
}

/** What the author wrote, or else these words. */
function defaultPatterns(
  { operand, arguments: [argument] }: Expression & { kind: 'filter' },
  context: TextContext,
  depth: number,
): Pattern[] {
  const ways = [operand, argument].flatMap((one) => (one ? [expressionPatterns(one, context, depth)] : []));
  return [{ kind: 'choice', ways }];
}
