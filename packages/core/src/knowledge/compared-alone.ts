import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import { pathNames } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import { blocks } from '../vocabulary/blocks.js';
import {
  budgets,
  executed,
  finalAccounts,
  fullYearBudget,
  incomeSources,
  isComparative,
  type Measure,
  natures,
} from '../vocabulary/measures.js';
import { total } from '../vocabulary/totals.js';
import { linesBelow } from './ask.js';

/**
 * The figure of something of which only is said what it was last year, how it changed, or what was planned: 2012601
 * 行政运行 上年 80. Whoever wrote that has not said yet what it came to. Of a project nobody says what was spent who
 * says only its indicators.
 */
export function isComparedAlone(base: FactBase, key: string): boolean {
  const names = pathNames(key);
  const subject = base.find(names);
  // What a project came to is its 执行, told below; it has no figure of its own.
  if (subject) return !isProject(subject) && isSetAgainst(subject) && !followsFromLines(subject);
  const measure = names.at(-1) as Measure;
  const owner = base.find(names.slice(0, -1));
  if (!owner) return false;
  if (isProject(owner)) return measure === executed || measure === fullYearBudget;
  return natures.includes(measure) && isSetAgainst(owner) && !followsFromLines(owner);
}

/** 合计 上年 298.15, or 201 预算 128.40, above lines with figures of their own: those are what it came to. */
function followsFromLines(subject: Subject): boolean {
  const { name, parent, code } = subject;
  if (code !== undefined)
    return linesBelow(subject).some((line) => hasItsOwn(line) || followsFromLines(line));
  return name === total && parent !== undefined && [...parent.children.values()].some(hasItsOwn);
}

function hasItsOwn({ facts }: Subject): boolean {
  return [...facts.values()].some(isOfItsOwn);
}

function isProject({ parent, origin }: Subject): boolean {
  return parent?.name === blocks.projects && parent.parent?.parent === undefined && origin !== undefined;
}

/** Figures to compare with, and none of its own, nor of what it comes of. */
function isSetAgainst(subject: Subject): boolean {
  const facts = [...subject.facts.values()];
  return facts.some(isToCompareWith) && !facts.some(isOfItsOwn) && subject.children.size === 0;
}

function isToCompareWith({ measure, statements }: Fact): boolean {
  return (
    (isComparative(measure) || budgets.includes(measure)) && statements.some(({ state }) => state === 'value')
  );
}

function isOfItsOwn({ measure, statements }: Fact): boolean {
  const isOwn = measure === finalAccounts || natures.includes(measure) || incomeSources.includes(measure);
  return isOwn && statements.length > 0;
}
