import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import { type Path, pathText } from '../model/path.js';
import { blocks } from '../vocabulary/blocks.js';
import {
  closingCarryOver,
  finalAccounts,
  fundClosing,
  fundOpening,
  type Measure,
  openingCarryOver,
} from '../vocabulary/measures.js';
import type { RuleId } from '../vocabulary/rules.zh.js';
import { broughtForward, carriedForward } from '../vocabulary/totals.js';
import type { Way } from '../model/knowledge.js';
import { factBelow } from './ask.js';

export const openingBalance = 'Y001' satisfies RuleId;

/** What this year begins with, and what last year ended with. */
const closings: ReadonlyMap<string, Path> = new Map([
  [pathText([blocks.income, broughtForward]), [blocks.expenditure, carriedForward]],
  [pathText([blocks.fiscalBalance, broughtForward]), [blocks.fiscalBalance, carriedForward]],
]);
export const closingMeasures: ReadonlyMap<Measure, Measure> = new Map([
  [openingCarryOver, closingCarryOver],
  [fundOpening, fundClosing],
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
