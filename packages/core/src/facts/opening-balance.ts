import { finalAccounts, type Fact } from './fact.js';
import type { FactBase } from './fact-base.js';
import { closingCarryOver, openingCarryOver } from './measures.js';
import type { Way } from './structure.js';
import { factAt } from './subject-at.js';

export const openingBalance = 'Y001';

/** What this year begins with, and what last year ended with. */
const closings = new Map([
  ['收入.年初结转和结余', '支出.年末结转和结余'],
  ['财政拨款收支.年初结转和结余', '财政拨款收支.年末结转和结余'],
]);
const closingMeasures = new Map([
  [openingCarryOver, closingCarryOver],
  ['年初', '年末'],
]);

/** Y001: the opening carry-over of a year is the closing one of the year before. */
export function* lastYearsClosing({ subject, measure }: Fact, prior: FactBase): Generator<Way> {
  const closing = closingMeasures.get(measure);
  const whole = measure === finalAccounts ? closings.get(subject.path) : undefined;
  const path = whole ?? (closing && `${subject.path}.${closing}`);
  const fact = path && factAt(prior, path);
  if (fact) yield { rule: openingBalance, terms: [{ fact, sign: 1 }] };
}
