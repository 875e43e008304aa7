import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx';
import type { Block } from '../document/document.js';
import { twips } from './page.js';

type List = Extract<Block, { kind: 'list' }>;

export const deepestList = 8;

/** The numbering that a list counts by: one for each number to begin with. */
export function numberingName({ ordered, start }: List): string {
  return ordered ? `ordered-${start}` : 'unordered';
}

/** All numberings that the lists of a document count by. */
export function numberings(lists: readonly List[]): INumberingOptions {
  const byName = new Map(lists.map((list) => [numberingName(list), list]));
  return {
    config: [...byName].map(([reference, { ordered, start }]) => ({
      reference,
      levels: Array.from({ length: deepestList + 1 }, (_, level) => ({
        level,
        start,
        format: ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
        text: ordered ? `%${level + 1}.` : '•',
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: twips(32 + 24 * (level + 1)), hanging: twips(24) } } },
      })),
    })),
  };
}
