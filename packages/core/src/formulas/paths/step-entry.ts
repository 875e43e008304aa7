import type { CatalogLevel } from '../../catalog/catalog.js';
import { type EntryValue, type Evaluated, textValue, unwritten } from '../evaluated.js';
import { codeLengths, isLevel } from '../../knowledge/line-tree.js';

/** What a name behind a row of the catalogue means. */
export function stepEntry({ base, entry }: EntryValue, name: string): Evaluated | undefined {
  switch (name) {
    case '编码':
      return textValue(entry.code);
    case '名称':
    case '规范名称':
      return textValue(entry.name);
    case '层级':
      return textValue(entry.level);
    case '解释':
      return textValue(entry.explanation ?? '');
    default:
      return isLevel(name) ? entryAbove({ kind: 'entry', base, entry }, name) : undefined;
  }
}

function entryAbove({ base, entry }: EntryValue, level: CatalogLevel): Evaluated {
  const above = base.catalog.find(entry.kind, entry.code.slice(0, codeLengths[level]));
  return above?.level === level ? { kind: 'entry', base, entry: above } : unwritten;
}
