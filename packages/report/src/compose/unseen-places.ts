import type { Origin, Report } from '@fiscal/core';
import type { Composition } from './compose.js';
import { unseenFigures } from './unprinted-figures.js';
import { unprintedWords } from './unprinted-words.js';

/** Where a report states what a reader of its document does not see, whatever it is good for. */
export function unseenPlaces(report: Report, composition: Composition): Origin[] {
  const figures = unseenFigures(report, composition).flatMap(({ statements }) => statements);
  const words = unprintedWords(report.base.root, composition.said);
  const settings = [...report.base.root.attributes.values()].filter((each) => !composition.said.has(each));
  return [...figures, ...words, ...settings].map(({ origin }) => origin);
}
