import { type Fact, labelOf, settleFact } from '@fiscal/core';
import type { ReportDocument } from './document.js';
import { figuresIn, type PrintedFigure } from './figures-in.js';

/**
 * What a document prints as 未填, each figure once by its name, without what would follow from the others; what is not
 * written at all once as that.
 */
export function openFigures({ blocks }: ReportDocument): string[] {
  const open = figuresIn(blocks).filter(({ isOpen }) => isOpen);
  const own = open.filter(
    ({ path, fact, lacks }) => lacks !== undefined || (path !== undefined && !followsFromOthers(fact)),
  );
  const named = own.length > 0 ? own : open;
  return [...new Map(named.map((figure) => [figure.lacks ?? figure.path, nameOf(figure)])).values()];
}

function followsFromOthers(fact: Fact | undefined): boolean {
  return fact !== undefined && settleFact(fact).state === 'blocked';
}

function nameOf({ fact, lacks, path = '' }: PrintedFigure): string {
  if (lacks === undefined && fact) return labelOf(fact);
  return (lacks ?? path).replaceAll('.', ' ');
}
