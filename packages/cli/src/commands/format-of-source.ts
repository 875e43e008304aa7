import type { TypedChange } from '@fiscal/compare';
import type { Origin, Report } from '@fiscal/core';
import type { Publishing } from '../engine.js';

/** What the format of a source makes of it: what it does not show, and what it says of its own. */
export interface SourceFormat {
  /** Places of the source that its document does not show. */
  unseen: number;
  /** Whether a change between the source and a document is only that: nobody wrote it otherwise. */
  leavesOut(change: TypedChange): boolean;
}

export function formatOf(
  source: Report,
  { compose, unseenPlaces, renderMarkdown, figuresIn }: Publishing,
): SourceFormat {
  const composition = compose(source);
  const unseen = unseenPlaces(source, composition);
  const hidden = new Set(unseen.map(placeOf));
  const figures = figuresIn(composition.document.blocks);
  const own = new Set(figures.flatMap(({ fact }) => fact?.key ?? []));
  const printed = new Set(figures.map(({ path, text }) => `${path} ${bareNumber(text)}`));
  const text = wordsAlone(renderMarkdown(composition.document).text);
  const isOfSource = ({ origin }: Said): boolean => origin?.uri === source.uri;
  const isHidden = ({ origin }: Said): boolean => origin !== undefined && hidden.has(placeOf(origin));
  return {
    unseen: unseen.length,
    leavesOut(change) {
      const said = saidOnce(change) ?? filledIn(change);
      if (!said) return false;
      if (change.kind === 'figure')
        return isOfSource(said)
          ? !own.has(change.path)
          : printed.has(`${change.path} ${bareNumber(said.words)}`);
      const isShown = text.includes(wordsAlone(said.words));
      return isOfSource(said) ? !isShown || isHidden(said) : isShown;
    },
  };
}

/** A text with holes of the source, and what the document has in them. */
function filledIn(change: TypedChange): Said | undefined {
  if (change.kind !== 'text' || change.old === undefined || change.new === undefined) return undefined;
  return { words: /【/.test(change.new) ? change.old : change.new };
}

interface Said {
  words: string;
  origin?: Origin;
}

/** What is said on one side alone. */
function saidOnce(change: TypedChange): Said | undefined {
  if (change.kind !== 'figure' && change.kind !== 'text' && change.kind !== 'word') return undefined;
  const { old, new: next, oldOrigin, newOrigin } = change;
  if ((old === undefined) === (next === undefined)) return undefined;
  const origin = old === undefined ? newOrigin : oldOrigin;
  if (change.kind !== 'figure') return { words: (change.old ?? change.new)!, ...(origin && { origin }) };
  const [figure] = (change.old ?? change.new)!;
  return figure && { words: figure.value ?? '', origin: figure.origin };
}

function placeOf({ uri, range: { start } }: Origin): string {
  return `${uri} ${start.line}:${start.character}`;
}

/** 1,234.50 and 75.00% as plain decimals. */
function bareNumber(text: string): string {
  return text
    .replace(/[,%]/g, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/** Without blanks, marks of Markdown and the punctuation that the format sets. */
function wordsAlone(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
