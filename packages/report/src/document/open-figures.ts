import { type Fact, labelOf, settleFact } from '@fiscal/core';
import type { ReportDocument } from './document.js';
import { figuresIn, type PrintedFigure } from './figures-in.js';

/** What a document prints as 未填, each figure once by its name, without what would follow from the others. */
export function openFigures({ blocks }: ReportDocument): string[] {
  const open = figuresIn(blocks).filter(({ isOpen }) => isOpen);
  const own = open.filter(({ path, fact }) => path !== undefined && !followsFromOthers(fact));
  const named = own.length > 0 ? own : open;
  return [...new Map(named.map((figure) => [figure.path, nameOf(figure)])).values()];
}

function followsFromOthers(fact: Fact | undefined): boolean {
  return fact !== undefined && settleFact(fact).state === 'blocked';
}

function nameOf({ fact, path = '' }: PrintedFigure): string {
  return fact ? labelOf(fact) : path.replaceAll('.', ' ');
}
