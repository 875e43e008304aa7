import { factAt, linesOf, resolveFact, subjectAt } from './ask.js';
import { type Fact, saysSome } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import type { Way } from '../model/knowledge.js';
import { type Path, pathNames } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import { isAggregate } from './aggregates.js';
import { blocksAt } from './report-blocks.js';
import { catalogKindOf } from './lines.js';
import type { Lacking } from './solver.js';
import { structureRules } from './structure-rules.js';
import { blocks } from '../vocabulary/blocks.js';
import { funds } from '../vocabulary/funds.js';
import { finalAccounts } from '../vocabulary/measures.js';
import { saysFigure, standsInToldAlone } from './told-alone.js';
import type { RuleId } from '../vocabulary/rules.zh.js';
import { total, yearsExpenditure } from '../vocabulary/totals.js';

/** What the reports of units come to. */
export const ofUnits = 'X026' satisfies RuleId;
const allFunds = 'X025' satisfies RuleId;

/** Names that lead into a block that is missing as a whole. */
export function isInMissingBlock(base: FactBase, names: Path): boolean {
  return blocksAt(base, names).some((path) => base.knowledge.missingBlocks.has(path));
}

/** The same, or into one that is told only in pieces: then nobody can add it to those of other units. */
export function isNotWhole(base: FactBase, names: Path): boolean {
  const { missingBlocks, untoldDetails } = base.knowledge;
  if (untoldDetails.has(names)) return true;
  return blocksAt(base, names).some((path) => missingBlocks.has(path) || missingBlocks.isTornApart(path));
}

/**
 * The sum of units one of which does not say its part, though it says what that is a part of: 货物 of a unit that only
 * wrote 政府采购 30.00. That of the others alone is not the department's.
 */
export function leavesPartOfUnit({ rule }: Way, fact: Fact): boolean {
  return rule === ofUnits && fact.subject.base.units.some((unit) => leavesOpen(unit, fact));
}

/** The report of a unit does not say what a fact of the department's is there. */
export function leavesOpen(unit: FactBase, fact: Fact): boolean {
  const { names, code } = fact.subject;
  if (code !== undefined && unit.knowledge.totalsAlone.has(names, code)) return true;
  return isUnsaidIn(unit, fact.key) || tellsNoLines(unit, fact) || leavesItemOpen(unit, fact);
}

/** 中小企业 of a unit that only says what all its 政府采购 came to: nothing that adds up to it, and nothing else of it. */
function leavesItemOpen(unit: FactBase, fact: Fact): boolean {
  if (!standsInToldAlone(unit, fact)) return false;
  const own = factAt(unit, fact.key);
  return !own || resolveFact(own).state === 'absent';
}

/** 人员经费 70.20 without a line of it, or 合计 without any: what of it would be that line's nobody knows. */
function tellsNoLines(unit: FactBase, { subject: { code, parent }, measure }: Fact): boolean {
  const container = code !== undefined && parent ? subjectAt(unit, parent.names) : undefined;
  if (!container) return false;
  const groupOf = (line: string) => unit.catalog.find(catalogKindOf(line), line)?.group;
  const group = groupOf(code!);
  const lines = linesOf(container)?.top ?? [];
  const isTold = lines.some((line) => groupOf(line.code!) === group);
  if (isTold) return false;
  const wholes = lines.length > 0 ? [group] : [group, total];
  return wholes.some((name) => {
    return name !== undefined && saysSome(container.children.get(name)?.facts.get(measure)?.statements ?? []);
  });
}

/**
 * 外事 of a department of whose units none speaks of it, and one tells only what all its 公务接待费 came to; unless the
 * department tells the parts of the block itself.
 */
export function isLeftOpenByUnit(base: FactBase, key: string): boolean {
  const names = pathNames(key);
  const block = base.find(names.slice(0, 1));
  if (!base.units.some((unit) => isUnsaidIn(unit, key)) || deniesItself(base, names)) return false;
  if (block && [...block.children.values()].some(saysFigure)) return false;
  return !base.units.some((unit) => factAt(unit, key));
}

/** Nothing follows for it in that report either. */
export function isUnsaidIn(base: FactBase, key: string): boolean {
  if (!base.knowledge.isUnsaid(key)) return false;
  const fact = factAt(base, key);
  return !fact || resolveFact(fact).state === 'absent';
}

/** 三公经费 未发生, as it is written in the report: of all that is in the block. */
export function deniesItself(base: FactBase, names: Path): boolean {
  return names.some((_, index) => {
    const block = base.find(names.slice(0, index + 1));
    const own = [block, block?.children.get(total)].map((each) => each?.facts.get(finalAccounts));
    return own.some((fact) =>
      fact?.statements.some(({ state }) => state === 'none' || state === 'inapplicable'),
    );
  });
}

/** What cannot be known for want of a whole block, or of all parts of a whole. */
export const lacksBlock: Lacking = {
  fact: ({ subject, key }) =>
    isInMissingBlock(subject.base, subject.names) ||
    isLineOfTotalAlone(subject) ||
    subject.base.knowledge.isUnsaid(key),
  way: (way, { subject }) =>
    leavesOutTerm(way, subject) ||
    leavesOutFund(way, subject) ||
    leavesOutColumn(way, subject) ||
    leavesOutUnit(way, subject),
};

/** 支出.一般公共预算.201, where the report has nothing but 合计 of it. */
function isLineOfTotalAlone({ base, names, code }: Subject): boolean {
  return code !== undefined && base.knowledge.totalsAlone.has(names, code);
}

/** 年末 = 年初 + 收入 − 支出, where the rule names 收入 and the report has none of it. */
function leavesOutTerm({ unspoken = [] }: Way, { base }: Subject): boolean {
  return unspoken.some((path) => isInMissingBlock(base, pathNames(path)));
}

/** 支出.全部, or 支出.本年支出合计, which is the same, without a fund of which there may be money. */
function leavesOutFund({ rule }: Way, subject: Subject): boolean {
  const { parent: container, base, name } = subject;
  if (name === yearsExpenditure && rule === allFunds)
    return isInMissingBlock(base, [blocks.expenditure, funds.all]);
  if (!container || !isAggregate(container) || rule !== structureRules(container).funds) return false;
  return isInMissingBlock(base, container.names) || isLineOfTotalAlone(subject);
}

/** 决算 = 基本 of a fund whose lines nobody wrote: what else was spent of it is not known. */
function leavesOutColumn({ rule }: Way, { parent: container, base }: Subject): boolean {
  if (!container?.parent || rule !== structureRules(container).columns) return false;
  return isInMissingBlock(base, container.names);
}

/** A department of which one unit does not say. */
function leavesOutUnit({ rule }: Way, { base, names }: Subject): boolean {
  if (rule !== ofUnits) return false;
  return base.lacksUnits || base.units.some((unit) => isNotWhole(unit, names));
}
