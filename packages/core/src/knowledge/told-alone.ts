import { type Fact, saysSome } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import { isLikeMeasure } from '../model/label.js';
import type { Path } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import { finalAccounts, isComparative, isRate } from '../vocabulary/measures.js';
import { total } from '../vocabulary/totals.js';
import { schemaOf } from './schema-of.js';

/**
 * Whether a report that says nothing of a figure says what it stands in, and nothing of what else stands in there: 中小企业
 * where the report has only 政府采购 10.00, 批次 where it has only 国内 2.00. As soon as anything in it is written, what is
 * not is none. What somebody lists by names of his own is no part that others would have as well, and 增减额 is none.
 */
export function standsInToldAlone(base: FactBase, { measure, subject }: Fact): boolean {
  if (subject.code !== undefined || isLikeMeasure(subject)) return false;
  if (isComparative(measure) || isRate(measure)) return false;
  if (measure !== finalAccounts && isToldAlone(base, subject.names)) return true;
  for (let part = subject; part.parent?.parent && schemaOf(part); part = part.parent)
    if (isToldAlone(base, part.parent.names)) return true;
  return false;
}

function isToldAlone(base: FactBase, names: Path): boolean {
  if (base.units.length > 0) return base.units.some((unit) => isToldAlone(unit, names));
  const item = base.find(names);
  if (!item || item.code !== undefined || schemaOf(item)?.coded !== undefined) return false;
  return isSome(item) && ![...item.children.values()].some(saysFigure) && !saysMeasure(item);
}

/** It came to something, or is left open. */
function isSome(item: Subject): boolean {
  const own = [item, item.children.get(total)].map((each) => each?.facts.get(finalAccounts));
  return own.some((fact) => saysSome(fact?.statements ?? []));
}

/** Of itself or of something in it; a total says nothing of the parts. */
export function saysFigure(item: Subject): boolean {
  if (item.name === total) return false;
  return (
    isStated(item.facts.get(finalAccounts)) ||
    saysMeasure(item) ||
    [...item.children.values()].some(saysFigure)
  );
}

/** 批次, 数量: other than what the figure is compared with. */
function saysMeasure({ facts }: Subject): boolean {
  return [...facts.values()].some(
    (fact) =>
      fact.measure !== finalAccounts &&
      !isComparative(fact.measure) &&
      !isRate(fact.measure) &&
      isStated(fact),
  );
}

function isStated(fact: Fact | undefined): boolean {
  return fact !== undefined && fact.statements.length > 0;
}
