import { evaluate, type FigureValue, type Piece, printed, type TemplateNode } from '@fiscal/core';
import type { Block } from '../document/document.js';
import { markdownToBlocks } from '../document/markdown-blocks.js';
import type { Composer, Place } from './composer.js';
import { figureInline, noteSaid } from './inlines.js';
import { mapInlines } from './map-inlines.js';

/** Private-use characters that Markdown knows nothing of stand around the number of a figure. */
const open = '\uE000';
const close = '\uE001';
const mark = /\uE000(\d+)\uE001/;

/** The author's Markdown as blocks below the heading above; figures in it stay figures. */
export function composeMarkdown(
  node: TemplateNode & { kind: 'markdown' },
  { scope, level, id }: Place,
  composer: Composer,
): Block[] {
  const value = evaluate(node.text, scope);
  const pieces = value.kind === 'absent-subject' ? [] : printed(value, scope, node.text.origin);
  noteSaid(pieces, scope);
  const text = withMarks(pieces);
  if (text.trim() === '') return [];
  const figures = pieces.flatMap((piece) => (piece.kind === 'figure' ? [piece.figure] : []));
  composer.texts += 1;
  const idPrefix = `${id || '文'}-文${composer.texts}`;
  const origin = value.kind === 'text' ? value.origin : undefined;
  const blocks = markdownToBlocks(text, { headingLevel: level, idPrefix, ...(origin && { origin }) });
  return mapInlines(blocks, (words) => withFigures(words, figures, composer));
}

function withMarks(pieces: readonly Piece[]): string {
  let figures = 0;
  const marked = pieces.map((piece) =>
    piece.kind === 'text' ? piece.text.replace(/[\uE000\uE001]/g, '') : `${open}${figures++}${close}`,
  );
  return marked.join('');
}

/** Text cut at its marks, with the figures that they stand for. */
function withFigures(words: string, figures: readonly FigureValue[], { settings }: Composer) {
  return words.split(mark).flatMap((part, index) => {
    if (index % 2 === 1) return [figureInline(figures[Number(part)]!, settings, 'text')];
    return part === '' ? [] : [{ kind: 'text' as const, text: part }];
  });
}
