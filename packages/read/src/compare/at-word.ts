import type { Finding, Origin } from '@fiscal/core';
import type { Line, Place } from '../published/published.js';
import type { ReadDocuments } from '../read-documents.js';

/** A list goes over no more lines. */
const longestList = 12;

/**
 * What a rule asks of each name that a sentence lists is told where the name stands: 个人农业生产补贴 of 主要包括：…. In a
 * source it stands at the line that has the list.
 */
export function atWord(
  finding: Finding,
  { reading, published }: ReadDocuments,
  originOf: (place: Place, from: number, to: number) => Origin,
): Finding {
  const word = finding.data.kind === 'condition' ? finding.data.member : undefined;
  const list = word && reading.texts.find(({ text }) => text.split(/[、，,；;]/).includes(word));
  if (!word || !list) return finding;
  const lines = published.blocks.filter((block): block is Line => block.kind === 'line');
  const first = lines.findIndex(({ place }) => place === list.place);
  const near = first < 0 ? [] : lines.slice(first, first + longestList);
  const whole = near.find(({ text }) => text.includes(word));
  // The end of a line may part the word.
  const line = whole ?? near.find(({ text }, index) => (text + (near[index + 1]?.text ?? '')).includes(word));
  if (!line) return finding;
  const from = Math.max(line.text.indexOf(word), 0);
  return {
    ...finding,
    origin: originOf(line.place, from, whole ? from + word.length : line.text.length),
  };
}
