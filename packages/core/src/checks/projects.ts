import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import type { Subject } from '../model/subject.js';
import { measureOf, ownFactOf, resolveFact, subjectAt } from '../knowledge/ask.js';
import { Known } from '../knowledge/resolved.js';
import type { Finding } from '../findings/finding.js';
import { type RuleId, ruleSeverity, ruleTitle } from '../vocabulary/rules.zh.js';
import { Decimal } from '../number/decimal.js';
import { formatDeclared, formatPlain } from '../number/format.js';
import type { Relation } from './relations/relation.js';
import { isUnreadInside } from './unread.js';
import { firstOrigin } from './stated-facts.js';
import { blocks } from '../vocabulary/blocks.js';
import { funds, fundTable } from '../vocabulary/funds.js';
import { finalAccounts, natures, projectNature } from '../vocabulary/measures.js';
import { newFinding, newMessage } from '../findings/new-finding.js';
import { mayUseFund, tellsIncome } from '../knowledge/fund-use.js';
import { labelOf, subjectLabel } from '../model/label.js';
import { pathText } from '../model/path.js';

/** P001, P013 and P003 as relations: projects against their line, money by source, scores. */
export function* projectRelations(base: FactBase): Generator<Relation> {
  const projects = projectsOf(base);
  yield* executedByLine(base, projects);
  for (const project of projects) {
    yield* moneyBySource(project);
    yield* scores(project);
    yield* totalScore(project);
  }
}

/** P003: the weights of a project's indicators total 100, or 90 beside the 10 of 预算执行. */
export function* weightFindings(base: FactBase): Generator<Finding> {
  for (const project of projectsOf(base)) {
    if (isUnreadInside(project)) continue;
    const weights = indicatorsOf(project).map((indicator) => indicator.facts.get('分值'));
    const known = weights
      .map((fact) => fact && resolveFact(fact))
      .filter((weight) => weight instanceof Known);
    if (known.length === 0 || known.length < weights.length) continue;
    const sum = Decimal.sum(...known.map(({ value }) => value));
    if (!sum.eq(100) && !sum.eq(90)) yield weightFinding(project, sum);
  }
}

function weightFinding(project: Subject, sum: Decimal): Finding {
  const parameters = { project: project.label, sum: formatPlain(sum) };
  return newMessage('P003', project.origin ?? project.base.origin, 'indicator-weights', parameters);
}

/** A report may describe its important projects alone: then the line is more than their sum. */
function* executedByLine(base: FactBase, projects: readonly Subject[]): Generator<Relation> {
  for (const [code, executed] of executedBySubject(projects)) {
    const line = lineOf(base, code);
    if (line && isTold(line)) {
      const spent = source(measureOf(line, projectNature));
      const elsewhere = tellsIncome(base) ? absentFunds(base).filter((fund) => mayUseFund(base, fund)) : [];
      yield { ...relation('P001', spent, executed), shortfall: 'hint', elsewhere: elsewhere.map(pathOfFund) };
    } else if (isSpent(executed)) {
      const missing = [
        ...absentFunds(base).map(pathOfFund),
        ...(line && isSplitOpen(line) ? [measureOf(line, projectNature)] : []),
      ];
      const [first, ...others] = executed as [Fact, ...Fact[]];
      if (missing.length > 0) yield { ...relation('P001', first, [first, ...others]), missing };
    }
  }
}

/** P001: money was executed of a project under a subject of which all that is told is no 项目支出. */
export function* lineFindings(base: FactBase): Generator<Finding> {
  if (base.unread.blocks.size + base.unread.lines.size > 0 || absentFunds(base).length > 0) return;
  for (const [code, executed] of executedBySubject(projectsOf(base))) {
    const line = lineOf(base, code);
    if ((line && (isTold(line) || isSplitOpen(line))) || !isSpent(executed)) continue;
    for (const fact of executed) yield withoutLine(fact, line, code);
  }
}

/** What keeps a place running may be a project too, and is 基本支出: only where there is no line at all it is wrong. */
function withoutLine(executed: Fact, line: Subject | undefined, code: string): Finding {
  const { value, statement } = resolveFact(executed);
  const parameters = {
    project: labelOf(executed),
    amount: formatDeclared(value ?? new Decimal(0), executed.decimals),
    unit: executed.unit,
    line: line ? subjectLabel(line) : code,
  };
  const data = { kind: 'message' as const, code: 'project-without-line', parameters, suggestions: [] };
  return newFinding(
    'P001',
    statement?.origin ?? firstOrigin(executed),
    data,
    line ? 'information' : 'warning',
  );
}

/** What was executed of the projects of each functional subject, by its code. */
function executedBySubject(projects: readonly Subject[]): ReadonlyMap<string, Fact[]> {
  const byLine = new Map<string, Fact[]>();
  for (const project of projects) {
    const code = /^\d+/.exec(project.attributes.get('科目')?.value ?? '')?.[0];
    const executed = project.facts.get('执行');
    if (code && executed && !byLine.get(code)?.push(executed)) byLine.set(code, [executed]);
  }
  return byLine;
}

function lineOf(base: FactBase, code: string): Subject | undefined {
  return subjectAt(base, [blocks.expenditure, funds.all, code]);
}

function isTold(line: Subject): boolean {
  return resolveFact(measureOf(line, projectNature)).state !== 'absent';
}

/** Something was spent, and nobody says of it what it was. */
function isSplitOpen(line: Subject): boolean {
  const { state } = resolveFact(ownFactOf(line));
  return (
    state !== 'absent' && natures.every((nature) => resolveFact(measureOf(line, nature)).state === 'absent')
  );
}

function isSpent(executed: readonly Fact[]): boolean {
  return executed.some((fact) => resolveFact(fact).value?.isZero() === false);
}

/** Funds of which there may be money, and no block of 支出. */
function absentFunds(base: FactBase): string[] {
  const names = fundTable.map(({ name }) => name);
  return names.filter((fund) => base.knowledge.missingBlocks.has([blocks.expenditure, fund]));
}

function pathOfFund(fund: string): string {
  return pathText([blocks.expenditure, fund]);
}

/** A figure that only repeats one other is that other. */
function source(fact: Fact): Fact {
  const known = (resolveFact(fact).terms ?? []).filter((term) => resolveFact(term.fact) instanceof Known);
  return known.length === 1 ? source(known[0]!.fact) : fact;
}

function* moneyBySource(project: Subject): Generator<Relation> {
  const money = project.children.get(blocks.moneySources);
  // 全年预算 is what they come to by the structure of a project.
  const total = money?.facts.get(finalAccounts);
  const sources = [...(money?.children.values() ?? [])].map((source) => ownFactOf(source));
  if (total && sources.length > 0) yield relation('P013', total, sources);
}

function* scores(project: Subject): Generator<Relation> {
  for (const indicator of indicatorsOf(project)) {
    const score = indicator.facts.get('得分');
    const weight = indicator.facts.get('分值');
    if (score && weight) yield { ...relation('P003', score, [weight]), mode: 'at-most', severity: 'error' };
  }
}

/** Where the weights come to 100 there is nothing beside the indicators that the project's score is made of. */
function* totalScore(project: Subject): Generator<Relation> {
  const total = project.facts.get('自评得分');
  const indicators = indicatorsOf(project);
  const [weights, gained] = ['分值', '得分'].map((measure) =>
    indicators.flatMap((indicator) => indicator.facts.get(measure) ?? []),
  );
  if (!total || gained!.length === 0 || gained!.length < indicators.length) return;
  const known = weights!.map((fact) => resolveFact(fact)).filter((weight) => weight instanceof Known);
  const isOver = indicators.some((indicator) => scoresOver(indicator));
  if (isOver || known.length < indicators.length || !Decimal.sum(...known.map(({ value }) => value)).eq(100))
    return;
  yield { ...relation('P003', total, gained!), severity: 'warning' };
}

/** Told already. */
function scoresOver({ facts }: Subject): boolean {
  const [score, weight] = ['得分', '分值'].map((measure) => facts.get(measure));
  const [gained, most] = [score, weight].map((fact) => fact && resolveFact(fact));
  return gained instanceof Known && most instanceof Known && gained.value.gt(most.value);
}

function relation(rule: RuleId, total: Fact, parts: readonly Fact[]): Relation {
  const right = parts.map((fact) => ({ fact, sign: 1 as const }));
  const left = [{ fact: total, sign: 1 as const }];
  return {
    rule,
    title: ruleTitle(rule),
    severity: ruleSeverity(rule),
    mode: 'sum',
    left,
    right,
    origin: firstOrigin(parts[0]!),
  };
}

function projectsOf(base: FactBase): Subject[] {
  return [...(base.root.children.get(blocks.projects)?.children.values() ?? [])];
}

function indicatorsOf(project: Subject): Subject[] {
  return [...(project.children.get(blocks.indicators)?.children.values() ?? [])];
}
