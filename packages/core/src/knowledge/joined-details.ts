import type { FactBase } from '../model/fact-base.js';
import type { Path } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import { blocks, natureOfBlock } from '../vocabulary/blocks.js';
import { defaultFund, funds } from '../vocabulary/funds.js';
import { type Measure, natures } from '../vocabulary/measures.js';
import { linesBelow, linesOf, subjectAt } from './ask.js';
import { isBegun } from './stated-blocks.js';

/** The economic side of some line is told there. */
export function hasDetails(container: Subject, nature: Measure): boolean {
  return linesIn(container).some((line) => detailOf(line, nature) !== undefined);
}

/**
 * The 明细 of all lines of a fund, where 基本支出 itself is not written and they tell all that would stand in it;
 * nothing where a line does not tell.
 */
export function detailsJoined(base: FactBase, [name = '', part = defaultFund, ...rest]: Path): Subject[] {
  const nature = natureOfBlock(name);
  if (nature === undefined || rest.length > 0 || base.units.length > 0) return [];
  const container = subjectAt(base, [blocks.expenditure, part]);
  if (!container || isBegun(base, part === defaultFund ? [name] : [name, part])) return [];
  const lines = linesIn(container).filter((line) => linesBelow(line).length === 0);
  const isTold = lines.every((line) => detailOf(line, nature) || spendsNothing(line, nature));
  return isTold ? lines.flatMap((line) => detailOf(line, nature) ?? []) : [];
}

/** That child would be nothing but 明细 of lines. */
export function isJoinedBelow(subject: Subject, name: string): boolean {
  return mayBeJoined(subject) && isJoined(subject.base, [...subject.names, name]);
}

/** 基本支出 stands below the report, a fund of it below that, and nothing of the kind any deeper. */
function mayBeJoined({ parent }: Subject): boolean {
  return parent?.parent === undefined;
}

/** 基本支出, or 基本支出 政府性基金, that is nothing but 明细 of lines. */
export function isJoined(base: FactBase, path: Path): boolean {
  if (detailsJoined(base, path).length > 0) return true;
  return path.length === 1 && ofFunds.some((fund) => detailsJoined(base, [...path, fund]).length > 0);
}

/** What may be joined below a subject: 基本支出 of a report, 政府性基金 of 基本支出. */
export function joinedNames(subject: Subject): readonly string[] {
  const below = subject.parent ? ofFunds : Object.values(blocks);
  return mayBeJoined(subject) ? below.filter((name) => isJoinedBelow(subject, name)) : [];
}

const ofFunds: readonly string[] = Object.values(funds);

function linesIn(container: Subject): readonly Subject[] {
  return linesOf(container)?.all ?? [];
}

function detailOf({ children }: Subject, nature: Measure): Subject | undefined {
  return children.get(blocks.detail)?.children.get(nature);
}

/** The line says so, or says what else it was spent for. */
function spendsNothing({ facts }: Subject, nature: Measure): boolean {
  const own = facts.get(nature)?.statements ?? [];
  if (own.length > 0)
    return own.every(({ state, value }) => state !== 'unfilled' && !(value && !value.isZero()));
  return natures.some((each) => (facts.get(each)?.statements.length ?? 0) > 0);
}
