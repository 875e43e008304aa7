import { blocksAt, type FactBase, factsOf, type Path, pathNames, type Report } from '@fiscal/core';
import { figuresIn, type PrintedFigure } from '../document/figures-in.js';
import { compose, type Composition } from './compose.js';
import { insertedTexts } from './empty-headings.js';
import { namesIn } from './names-in.js';

/**
 * The blocks, by their names, of which a template prints something: 支出 政府性基金. A template of the library knows
 * beforehand; of others those are known that are missing where this report is composed.
 */
export function printedBlocks(report: Report, composition = () => compose(report)): ReadonlySet<string> {
  const { base, template } = report;
  const known = template?.printed?.blocks.get(base.kind);
  if (!known) return new Set(missingWherePrinted(base, composition()));
  return new Set((known.findLast(({ year }) => year <= base.year) ?? known[0])?.blocks);
}

/** What a template of the library prints is found out when it is built: its blocks on a report that says nothing. */
export const printing = {
  blocks: (empty: Report) => missingWherePrinted(empty.base, compose(empty)),
  texts: insertedTexts,
  names: namesIn,
};

/** The blocks in which composing looked for lists and lines in vain, and those of figures that are left open. */
function missingWherePrinted(base: FactBase, { document, missing }: Composition): string[] {
  const open = figuresIn(document.blocks).filter(({ isOpen }) => isOpen);
  const blocks = open.flatMap(namesOf).flatMap((names) => blocksAt(base, names));
  return [...new Set([...missing, ...blocks.map((path) => path.join(' '))])];
}

/** What a figure is, or what it was computed from. */
function namesOf(figure: PrintedFigure): Path[] {
  const facts = factsOf(figure).map(({ subject }) => subject.names);
  return facts.length > 0 || figure.path === undefined ? facts : [pathNames(figure.path)];
}
