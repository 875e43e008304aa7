import {
  evaluateText,
  type FigureValue,
  type Piece,
  type Provenance,
  type RichText,
  type Scope,
  settlePunctuation,
} from '@fiscal/core';
import type { ChartPoint, Inline } from '../document/document.js';
import { joinLines } from '../document/soft-breaks.js';
import { isLeftOpen, type Place, printFigure } from './print-figure.js';
import type { Settings } from './settings.js';

/** Evaluated text as it is printed; line breaks inside a sentence of Chinese are no spaces. */
export function inlinesOf(
  pieces: readonly Piece[],
  scope: Scope,
  settings: Settings,
  place: Place = 'text',
): Inline[] {
  noteSaid(pieces, scope);
  const inlines = settlePunctuation(pieces).map((piece) =>
    piece.kind === 'text' ? textInline(piece.text) : figureInline(piece.figure, settings, place),
  );
  return trimEnds(joinLines(merge(inlines.filter(hasText))));
}

/** Tells what of the author's is printed with these pieces. */
export function noteSaid(pieces: readonly Piece[], scope: Scope): void {
  if (!scope.noteSaid) return;
  for (const { from } of pieces) if (from) scope.noteSaid(from);
}

/** A text with holes, as inlines. */
export function richInlines(text: RichText, scope: Scope, settings: Settings): Inline[] {
  return inlinesOf(evaluateText(text, scope), scope, settings);
}

/** A number that the document makes, and what it numbers. */
export function numbered(number: string, content: Inline[]): Inline[] {
  const [first, ...rest] = content;
  if (first?.kind === 'text') return [textInline(number + first.text), ...rest];
  return number === '' ? content : [textInline(number), ...content];
}

export function figureInline(figure: FigureValue, settings: Settings, place: Place): Inline {
  const path = figure.path ?? figure.fact?.key;
  return {
    kind: 'figure',
    text: printFigure(figure, settings, place),
    ...(path !== undefined && { path }),
    ...(figure.origin && { origin: figure.origin }),
    ...openness(figure),
    ...provenanceOf(figure),
  };
}

/** That nobody knows it, and what would have to be written first where the report does not have it at all. */
export function openness(figure: FigureValue): Pick<ChartPoint, 'isOpen' | 'lacks'> {
  if (!isLeftOpen(figure)) return {};
  return { isOpen: true, ...(figure.lacking && { lacks: figure.lacking.path }) };
}

/** What a figure rests on, and no more of it: a document keeps it for all that it prints. */
export function provenanceOf({ fact, facts, expression }: Provenance): Provenance {
  return { ...(fact ? { fact } : facts && { facts }), ...(expression && { expression }) };
}

export function textInline(text: string): Inline {
  return { kind: 'text', text };
}

function merge(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text') last.text += inline.text;
    else merged.push({ ...inline });
  }
  return merged;
}

function trimEnds(inlines: Inline[]): Inline[] {
  const [first] = inlines;
  const last = inlines.at(-1);
  if (first?.kind === 'text') first.text = first.text.trimStart();
  if (last?.kind === 'text') last.text = last.text.trimEnd();
  return inlines.filter(hasText);
}

function hasText(inline: Inline): boolean {
  return inline.kind !== 'text' || inline.text !== '';
}
