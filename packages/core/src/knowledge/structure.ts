import { blockOf, fundName, isAggregate, partsOf } from './aggregates.js';
import { detailsOf } from './details.js';
import type { Fact } from '../model/fact.js';
import { childAt, linesBelow, linesOf, measureOf, speaksOf, ownFactOf } from './ask.js';
import { catalogKindOf } from './lines.js';
import type { Term, Way } from '../model/knowledge.js';
import {
  closingCarryOver,
  fullYearBudget,
  income,
  isRate,
  openingCarryOver,
  finalAccounts,
  type Measure,
} from '../vocabulary/measures.js';
import { isBegun } from './stated-blocks.js';
import { asInBlock } from './sole-detail.js';
import { columnsOf, structureRules, type StructureRules } from './structure-rules.js';
import type { Subject } from '../model/subject.js';
import { blocks } from '../vocabulary/blocks.js';
import { defaultFund } from '../vocabulary/funds.js';
import { operating, personnel, total } from '../vocabulary/totals.js';

/**
 * How a fact follows from others by the structure of the classification tables, best way first:
 * across funds, up the levels, across the natures, from the economic detail.
 */
export function structureOf(fact: Fact): Way[] {
  const { subject, measure } = fact;
  const container = subject.parent;
  if (measure === fullYearBudget) return fromSources(subject);
  if (!container || isRate(measure) || !isLineOrTotal(subject)) return nothing;
  if (isLeaf(subject) && measure !== finalAccounts && measure !== closingCarryOver && !isAggregate(container))
    return subject.children.size > 0 ? detailsOf(fact) : nothing;
  const rules = structureRules(container);
  const funds = isAggregate(container) ? acrossFunds(fact, container, rules) : undefined;
  // Without lines of its own an aggregate has nothing to say that its funds do not say.
  if (funds && !linesOf(container)?.written) return [funds];
  const details = detailsOf(fact);
  const others = [...upTheLevels(fact, container, rules), ...acrossColumns(fact, rules)];
  // What is nothing but 明细 put together is what they say, subtotals included.
  const isWritten = linesOf(container)?.written ?? false;
  const ways = [...asInBlock(fact), ...(isWritten ? [...others, ...details] : [...details, ...others])];
  if (funds) ways.unshift(funds);
  if (measure === closingCarryOver) ways.push(carriedOver(subject, rules));
  return ways;
}

const nothing: Way[] = [];

/** 资金 市级 30.00  资金 省级 20.00: what a project may spend in the year. */
function fromSources({ parent, base, children }: Subject): Way[] {
  const sources = [...(children.get(blocks.moneySources)?.children.values() ?? [])];
  if (sources.length === 0 || parent?.name !== blocks.projects || parent.parent !== base.root) return nothing;
  return [{ rule: 'P013', terms: sameMeasure(sources, finalAccounts) }];
}

function isLeaf(subject: Subject): boolean {
  return subject.code !== undefined && linesBelow(subject).length === 0;
}

function isLineOrTotal({ code, name }: Subject): boolean {
  return code !== undefined || name === total || name === personnel || name === operating;
}

function acrossFunds(fact: Fact, container: Subject, rules: StructureRules): Way | undefined {
  const parts = partsOf(container).flatMap((part) => childAt(part, fact.subject.name) ?? []);
  return parts.length > 0 ? { rule: rules.funds, terms: sameMeasure(parts, fact.measure) } : undefined;
}

function upTheLevels({ subject, measure }: Fact, container: Subject, rules: StructureRules): Way[] {
  if (subject.code) return sumOfLines(linesBelow(subject), measure, rules.levels);
  const top = linesOf(container)?.top ?? [];
  if (subject.name === total)
    return [...sumOfGroups(container, measure, rules), ...sumOfLines(top, measure, rules.levels)];
  return sumOfLines(top.filter(isInGroup(subject.name)), measure, rules.groups);
}

function sumOfLines(lines: readonly Subject[], measure: Measure, rule: string): Way[] {
  return lines.length > 0 ? [{ rule, terms: sameMeasure(lines, measure), lines: true }] : [];
}

/** 合计 = 人员经费 + 公用经费, where one of them was stated. */
function sumOfGroups(container: Subject, measure: Measure, rules: StructureRules): Way[] {
  const groups = [personnel, operating].flatMap((name) => container.children.get(name) ?? []);
  const isStated = groups.some((group) => (group.facts.get(measure)?.statements.length ?? 0) > 0);
  return isStated ? [{ rule: rules.total, terms: sameMeasure(groups, measure) }] : [];
}

function isInGroup(group: string): (line: Subject) => boolean {
  return ({ base, code }) => base.catalog.find(catalogKindOf(code!), code!)?.group === group;
}

function acrossColumns({ subject, measure }: Fact, rules: StructureRules): Way[] {
  if (measure !== finalAccounts || isDetail(subject)) return [];
  const columns = columnsOf(subject.parent!);
  const implied = impliedColumns(subject, columns);
  const used = columns.filter((column) => implied.has(column) || speaksOf(subject, column));
  if (used.length === 0 || leavesColumnsOpen(subject, used)) return [];
  return [{ rule: rules.columns, terms: used.map((column) => plus(measureOf(subject, column))) }];
}

/**
 * 支出 一般公共预算 100.00 without a line, of which 基本支出 tells that side alone: what else it was spent for nobody
 * says. Beside 合计 … 基本 70.00, which says one side there, the other is none.
 */
function leavesColumnsOpen(
  { code, parent: container, base, facts }: Subject,
  used: readonly Measure[],
): boolean {
  if (code || blockOf(container!)?.name !== blocks.expenditure || linesOf(container!)) return false;
  if (base.units.length > 0 || !facts.get(finalAccounts)?.statements.length) return false;
  if (used.some((column) => facts.get(column)?.statements.length)) return false;
  const fund = fundName(container!);
  const isTold = (block: string) => isBegun(base, fund === defaultFund ? [block] : [block, fund]);
  return ![blocks.basicExpenditure, blocks.projectExpenditure].every(isTold);
}

const none: ReadonlySet<Measure> = new Set();

/** A total or a parent line has each column that some line has; a line with economic detail may have any. */
function impliedColumns(subject: Subject, columns: readonly Measure[]): ReadonlySet<Measure> {
  if (!subject.code || linesBelow(subject).length > 0) return linesOf(subject.parent!)?.measures ?? none;
  return subject.children.has(blocks.detail) ? new Set(columns) : none;
}

function isDetail(subject: Subject): boolean {
  return subject.code?.startsWith('3') ?? false;
}

function carriedOver(subject: Subject, rules: StructureRules): Way {
  const spent: Term = { fact: ownFactOf(subject), sign: -1 };
  const terms = [plus(measureOf(subject, openingCarryOver)), plus(measureOf(subject, income)), spent];
  return { rule: rules.carryOver, terms };
}

function sameMeasure(subjects: readonly Subject[], measure: Measure): Term[] {
  return subjects.map((subject) => plus(measureOf(subject, measure)));
}

function plus(fact: Fact): Term {
  return { fact, sign: 1 };
}
