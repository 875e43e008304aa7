import {
  addendsOf,
  computeFact,
  type Fact,
  factsOf,
  isJudged,
  isPartial,
  isRate,
  type Judgements,
  judgeReport,
  type Report,
  settleFact,
  statedFacts,
} from '@fiscal/core';
import { figuresIn, type PrintedFigure } from '../document/figures-in.js';
import { openPaths } from '../document/open-figures.js';
import type { Composition } from './compose.js';

/** A figure that a report states and its document does not show. */
export interface UnprintedFigure {
  fact: Fact;
  /** What the document prints was computed with it: a budget in a rate, a part in a sum. */
  isComputedWith: boolean;
  /** A rate on something else that is printed where this one could stand: 75% of 调整预算 for 150% of 年初预算. */
  instead?: string;
}

type UnprintedIn = Pick<Composition, 'document' | 'equal'>;

/**
 * Figures that a report states and its document does not show, nor lets anybody find out: what it prints and the
 * relations of the report each tell the only figure in them that is not known. One that would follow from the others
 * serves to check them.
 */
export function unprintedFigures(
  report: Report,
  { document: { blocks }, equal }: UnprintedIn,
): UnprintedFigure[] {
  const leftOpen = unprintedOpen(report, blocks).map((fact) => ({ fact, isComputedWith: false }));
  const stated = statedFacts(report.base).filter(isSomething);
  const figures = tellingFigures(blocks);
  const known = printedAlone(figures);
  if (stated.every((fact) => known.has(fact))) return leftOpen;
  const { relations, rates } = judgeReport(report);
  findOut(known, figures, relations, equal);
  const checked = checkedFacts(relations, rates);
  const instead = printedInstead(figures);
  const lost = stated.filter(
    (fact) =>
      !known.has(fact) &&
      (instead.has(fact.key) || !(checked.has(fact) && computeFact(fact).state === 'derived')),
  );
  if (lost.length === 0) return leftOpen;
  const used = new Set(
    [...figures, ...equal.flat()].flatMap((figure) => factsOf(figure).flatMap((fact) => statedBehind(fact))),
  );
  const unprinted = lost.map((fact) => {
    const other = instead.get(fact.key);
    return { fact, isComputedWith: used.has(fact), ...(other !== undefined && { instead: other }) };
  });
  return [...unprinted, ...leftOpen];
}

/**
 * What the author left open, and the document does not show as that: whoever publishes it would not see it. What follows
 * from others serves to check them.
 */
function unprintedOpen(report: Report, blocks: Composition['document']['blocks']): Fact[] {
  const isOpen = ({ statements }: Fact) => statements.every(({ state }) => state === 'unfilled');
  const open = statedFacts(report.base).filter(
    (fact) => isOpen(fact) && computeFact(fact).state !== 'derived',
  );
  if (open.length === 0) return [];
  const printed = openPaths(figuresIn(blocks));
  return open.filter(({ key }) => !printed.has(key));
}

/** Figures that a report states and that nobody finds out who reads its document, also those that others check. */
export function unseenFigures(report: Report, { document, equal }: UnprintedIn): Fact[] {
  const figures = tellingFigures(document.blocks);
  const known = printedAlone(figures);
  findOut(known, figures, judgeReport(report).relations, equal);
  return statedFacts(report.base).filter((fact) => isSomething(fact) && !known.has(fact));
}

/** 未填 tells nothing of what is known of it: 增减未填 of 上年 20. */
function tellingFigures(blocks: Composition['document']['blocks']): PrintedFigure[] {
  return figuresIn(blocks).filter(({ isOpen }) => !isOpen);
}

function printedAlone(figures: readonly PrintedFigure[]): Set<Fact> {
  const members = figures.map(membersPrinted).filter(({ size }) => size === 1);
  return new Set(members.flatMap((facts) => [...facts]));
}

function findOut(
  known: Set<Fact>,
  figures: readonly PrintedFigure[],
  relations: Judgements['relations'],
  equal: Composition['equal'],
): void {
  const related = [...relations.filter(tellsTheRest).map(membersOf), ...equal.map(bothOf)];
  find(known, figures.map(membersPrinted), related);
}

function membersPrinted(figure: PrintedFigure): Members {
  return new Set(addendsOf(figure).flatMap(addendsBehind));
}

/** Rates that were computed, by what they are called. */
function printedInstead(figures: readonly PrintedFigure[]): ReadonlyMap<string, string> {
  const computed = figures.filter(({ fact, path }) => fact === undefined && path !== undefined);
  return new Map(computed.map(({ path, text }) => [path!, text]));
}

type Members = ReadonlySet<Fact>;

/** Adds what the known figures tell, until nothing more follows. A relation among unknown ones tells nothing. */
function find(known: Set<Fact>, printed: readonly Members[], related: readonly Members[]): void {
  let before: number;
  do {
    before = known.size;
    for (const members of printed) addRest(members, known);
    for (const members of related) if (holdsAny(members, known)) addRest(members, known);
  } while (known.size > before);
}

function addRest(members: Members, known: Set<Fact>): void {
  let rest: Fact | undefined;
  for (const fact of members) {
    if (known.has(fact) || !isSomething(fact)) continue;
    if (rest) return;
    rest = fact;
  }
  if (rest) known.add(rest);
}

function holdsAny(members: Members, known: ReadonlySet<Fact>): boolean {
  return [...members].some((fact) => known.has(fact) && isSomething(fact));
}

/**
 * One of which a part is not known tells nothing of the others, a bound tells no figure, and what is listed in part
 * (合计 上年 110.00 above one line of 80.00) none of what is listed.
 */
function tellsTheRest({ relation, judgement }: Judgements['relations'][number]): boolean {
  return relation.mode !== 'at-most' && isJudged(judgement) && !isPartial(judgement);
}

/** 与上年持平: whoever reads the one figure knows the other. */
function bothOf(pair: Composition['equal'][number]): Members {
  return new Set(pair.flatMap((figure) => factsOf(figure).flatMap((fact) => addendsBehind(fact))));
}

function membersOf({ relation: { left, right } }: Judgements['relations'][number]): Members {
  return new Set([...left, ...right].flatMap(({ fact }) => addendsBehind(fact)));
}

/** Those of which it was seen whether they fit the others. */
function checkedFacts(relations: Judgements['relations'], rates: Judgements['rates']): ReadonlySet<Fact> {
  const judged = relations.filter(({ judgement }) => judgement !== undefined);
  const members = judged.flatMap(({ relation: { left, right } }) => [...left, ...right]);
  return new Set([...members, ...rates].map(({ fact }) => fact));
}

/** Of a stated figure itself, of a computed one what was added up to it; of a computed rate nothing. */
function addendsBehind(fact: Fact): Fact[] {
  return statedBehind(fact, ({ measure }) => !isRate(measure));
}

/** Of a stated figure itself, of a computed one what was written that it was computed from. */
function statedBehind(fact: Fact, isOpened: (fact: Fact) => boolean = () => true): Fact[] {
  const found = new Set<Fact>();
  const collect = (each: Fact): void => {
    if (found.has(each)) return;
    found.add(each);
    if (each.statements.length > 0 || !isOpened(each)) return;
    for (const { fact: term } of settleFact(each).terms ?? []) collect(term);
  };
  collect(fact);
  return [...found].filter(({ statements }) => statements.length > 0);
}

/** That there was nothing is no loss. */
function isSomething({ statements }: Fact): boolean {
  return statements.some(({ value }) => value !== undefined && !value.isZero());
}
