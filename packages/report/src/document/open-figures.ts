import { expressionText, type Fact, factsOf, labelOf, pathNames, pathText, settleFact } from '@fiscal/core';
import type { ReportDocument } from './document.js';
import { figuresIn, type PrintedFigure } from './figures-in.js';

/**
 * What a document prints as 未填, each figure once by its name, without what would follow from the others; what is not
 * written at all once as that.
 */
export function openFigures({ blocks }: ReportDocument): string[] {
  const open = figuresIn(blocks).filter(({ isOpen }) => isOpen);
  const causes = new Map(open.flatMap(causesOf));
  const uncaused = open.filter((figure) => causesOf(figure).length === 0 && !restsOn(causes, figure));
  const named = new Map([...causes, ...uncaused.flatMap(resultOf)]);
  return [...(named.size > 0 ? named : new Map(open.flatMap(formulaOf))).values()];
}

/** It follows from what is named already, or from something else of that: 上年 of what is open by its 增减额. */
function restsOn(causes: ReadonlyMap<string, string>, figure: PrintedFigure): boolean {
  const owners = new Set(
    [...causes.keys()].flatMap((path) => [path, pathText(pathNames(path).slice(0, -1))]),
  );
  return [...closureOf(factsOf(figure))].some(
    ({ key, subject }) => owners.has(key) || owners.has(subject.path),
  );
}

/** Facts, and all that is lacking for those of them that are not known. */
function closureOf(facts: readonly Fact[]): ReadonlySet<Fact> {
  const found = new Set<Fact>();
  const waiting = [...facts];
  for (let fact = waiting.pop(); fact; fact = waiting.pop()) {
    if (found.has(fact)) continue;
    found.add(fact);
    const { state, missing = [] } = settleFact(fact);
    if (state === 'blocked') waiting.push(...missing);
  }
  return found;
}

/** The paths of all that a document prints as 未填, and of what is lacking for it. */
export function openPaths(figures: readonly PrintedFigure[]): ReadonlySet<string> {
  const open = figures.filter(({ isOpen }) => isOpen);
  const paths = new Set(
    open.flatMap((figure) => [...causesOf(figure), ...resultOf(figure)].map(([path]) => path)),
  );
  for (const { key } of closureOf(open.flatMap(factsOf))) paths.add(key);
  return paths;
}

/** How often a document prints 未填: whoever looks for the marks finds as many. */
export function countOpenMarks({ blocks }: ReportDocument): number {
  return figuresIn(blocks).filter(({ isOpen }) => isOpen).length;
}

type Named = readonly [path: string, name: string];

/** The figure itself; of what follows from others what the author left open of these: 上年 of 增减额. */
function causesOf(figure: PrintedFigure): Named[] {
  const { fact, lacks, path } = figure;
  if (lacks !== undefined) return [named(lacks)];
  if (path === undefined) return openIn(factsOf(figure)).map(namedFact);
  const settled = fact && settleFact(fact);
  if (settled?.state === 'blocked') return openIn(settled.missing ?? []).map(namedFact);
  return [fact ? [path, labelOf(fact)] : named(path)];
}

/** Where no cause is known, or none that is named, what could not be computed. */
function resultOf(figure: PrintedFigure): Named[] {
  const { fact, path } = figure;
  if (path !== undefined) return [fact ? [path, labelOf(fact)] : named(path)];
  return factsOf(figure)
    .filter((each) => settleFact(each).value === undefined)
    .map(namedFact);
}

/** What stands for nothing that the report has a name for is called as the template does: no mark stays untold. */
function formulaOf({ expression, text }: PrintedFigure): Named[] {
  const formula = expression ? expressionText(expression) : text;
  return [[formula, formula]];
}

function openIn(facts: readonly Fact[]): Fact[] {
  return facts.filter((fact) => settleFact(fact).state === 'unfilled');
}

function namedFact(fact: Fact): Named {
  return [fact.key, labelOf(fact)];
}

function named(path: string): Named {
  return [path, path.replaceAll('.', ' ')];
}
