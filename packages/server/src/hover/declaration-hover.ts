import { type Fact, labelOf, schemaOf, settleFact } from '@fiscal/core';
import { ast } from '@fiscal/language/editor';
import { GrammarUtils, type LeafCstNode } from 'langium';
import { words } from '../words.zh.js';
import type { Examination } from '../workspace/examinations.js';
import { valueText } from './figure-hover.js';
import { escapeMarkdown, paragraphs } from './markdown.js';

/** A block of which one word says all, 三公经费 未发生: what that means for what would stand in its braces. */
export function declarationHover({ astNode }: LeafCstNode, examination: Examination): string | undefined {
  const node = ast.isFigure(astNode) ? astNode.$container : astNode;
  if (!ast.isDeclaration(node) && !ast.isItem(node)) return undefined;
  const figure = node.figures[0]?.$cstNode;
  const stated = figure && examination.places.figureAt(figure.range.start);
  if (!stated || GrammarUtils.findNodeForKeyword(node.$cstNode, '{')) return undefined;
  const { fact, statement } = stated;
  const isZero = statement.state === 'value' && statement.value?.isZero();
  const meaning = words.declared[isZero ? 'zero' : statement.state];
  return meaning && hasParts(fact, node) ? textOf(fact, meaning) : undefined;
}

function hasParts({ subject }: Fact, node: ast.Declaration | ast.Item): boolean {
  return ast.isDeclaration(node) || (schemaOf(subject)?.children.size ?? 0) > 0;
}

function textOf(fact: Fact, meaning: string): string {
  return paragraphs(`**${escapeMarkdown(labelOf(fact))}**　${valueText(fact, settleFact(fact))}`, meaning);
}
