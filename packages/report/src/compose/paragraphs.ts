import { evaluateNodes, type FigureValue, type Origin, type Piece, type TemplateNode } from '@fiscal/core';
import type { Block, Inline, ParagraphStyle } from '../document/document.js';
import type { Composer, Place } from './composer.js';
import { inlinesOf, numbered } from './inlines.js';
import { numberBy } from './numbering.js';

/** Styles by the words of the language. */
const styles = new Map<string, ParagraphStyle>([
  ['正文', 'body'],
  ['题名', 'title'],
  ['副题', 'subtitle'],
  ['居中', 'centered'],
  ['说明', 'note'],
  ['条目', 'item'],
]);

/** One paragraph, or several where a blank line stands in the author's text; none when nothing is to be said. */
export function composeParagraph(
  node: TemplateNode & { kind: 'paragraph' },
  place: Place,
  composer: Composer,
): Block[] {
  const style = styles.get(node.style);
  if (!style) composer.report('Z026', node.origin, 'unknown-style', { name: node.style });
  const pieces = evaluateNodes(node.content, place.scope);
  const paragraphs = splitParagraphs(pieces)
    .map((part) => inlinesOf(part, place.scope, composer.settings))
    .filter((content) => content.length > 0);
  return paragraphs.map((content, index) => {
    const numbered = index === 0 && place.list && style === 'body';
    return numbered ? numberedItem(content, place.list!, node) : block(content, style ?? 'body', node);
  });
}

/** 未填, where a paragraph for each line would stand. */
export function openParagraph(
  figure: FigureValue,
  { scope, list }: Place,
  { settings }: Composer,
  origin: Origin,
): Block {
  const content = inlinesOf([{ kind: 'figure', figure }], scope, settings);
  return list ? numberedItem(content, list, { origin }) : block(content, 'body', { origin });
}

function numberedItem(
  content: Inline[],
  list: NonNullable<Place['list']>,
  node: Pick<TemplateNode, 'origin'>,
): Block {
  const number = numberBy(list.scheme, ++list.number);
  return block(numbered(number, content), 'item', node);
}

function block(content: Inline[], style: ParagraphStyle, { origin }: Pick<TemplateNode, 'origin'>): Block {
  return { kind: 'paragraph', style, content, origin };
}

/** Blank lines part paragraphs. */
function splitParagraphs(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const piece of pieces) {
    const [first, ...rest] = piece.kind === 'text' ? piece.text.split(/\n[ \t]*\n\s*/) : [undefined];
    if (piece.kind === 'figure') paragraphs.at(-1)!.push(piece);
    else paragraphs.at(-1)!.push({ ...piece, text: first! });
    for (const text of rest) paragraphs.push([{ ...piece, kind: 'text', text: text!, authored: true }]);
  }
  return paragraphs;
}
