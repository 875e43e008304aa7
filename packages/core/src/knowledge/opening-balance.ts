import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import type { Path } from '../model/path.js';
import { closingCarryOver, openingCarryOver, finalAccounts, type Measure } from '../vocabulary/measures.js';
import type { Way } from '../model/knowledge.js';
import { factBelow } from './ask.js';

export const openingBalance = 'Y001';

/** What this year begins with, and what last year ended with. */
const closings: ReadonlyMap<string, Path> = new Map([
  ['收入.年初结转和结余', ['支出', '年末结转和结余']],
  ['财政拨款收支.年初结转和结余', ['财政拨款收支', '年末结转和结余']],
]);
export const closingMeasures: ReadonlyMap<Measure, Measure> = new Map([
  [openingCarryOver, closingCarryOver],
  ['年初', '年末'],
]);

/** Y001: the opening carry-over of a year is the closing one of the year before. */
export function* lastYearsClosing(fact: Fact, prior: FactBase): Generator<Way> {
  const path = closingPath(fact);
  const closing = path && factBelow(prior.root, path);
  if (closing) yield { rule: openingBalance, terms: [{ fact: closing, sign: 1 }] };
}

/** Path, in a report of the year before, of what an opening balance continues. */
export function closingPath({ subject, measure }: Fact): Path | undefined {
  const closing = closingMeasures.get(measure);
  if (closing) return [...subject.names, closing];
  return measure === finalAccounts ? closings.get(subject.path) : undefined;
}
