import { levelOfCode } from '../catalog/code.js';
import type { CatalogLevel } from '../catalog/catalog.js';
import { childAt, linesBelow, linesOf } from './ask.js';
import { catalogKindOf } from './lines.js';
import type { Subject } from '../model/subject.js';

/** Digits of a code of each level. */
export const codeLengths: Readonly<Record<CatalogLevel, number>> = { 类: 3, 款: 5, 项: 7 };

/** 类, 款 and 项 of a container, a group (人员经费) or a line and what is below it, depth first. */
export function lineTree(subject: Subject): readonly Subject[] {
  if (subject.code !== undefined) return withDescendants(subject, subject.code);
  const group = linesOfGroup(subject);
  return group ?? linesOf(subject)?.all ?? [];
}

/** Lines of one level in a container, a group or below a line. */
export function linesOfLevel(subject: Subject, level: CatalogLevel): Subject[] {
  return lineTree(subject).filter(({ code }) => code?.length === codeLengths[level]);
}

/** The line of that level which a line belongs to: 215 of 2150508; itself at its own level. */
export function lineAbove(line: Subject, level: CatalogLevel): Subject | undefined {
  if (!line.parent || !line.code || line.code.length < codeLengths[level]) return undefined;
  return childAt(line.parent, line.code.slice(0, codeLengths[level]));
}

/** Lines directly below a line, the 类 of a container. */
export function linesDirectlyBelow(subject: Subject): readonly Subject[] {
  if (subject.code !== undefined) return linesBelow(subject);
  return lineTree(subject).filter(({ code }) => code?.length === codeLengths.类);
}

export function isLevel(name: string | undefined): name is CatalogLevel {
  return name === '类' || name === '款' || name === '项';
}

export function levelOfLine(code: string): CatalogLevel | undefined {
  return levelOfCode(code);
}

function withDescendants(line: Subject, code: string): Subject[] {
  const all = (line.parent && linesOf(line.parent)?.all) ?? [];
  return all.filter((other) => other.code!.startsWith(code));
}

/** Lines that the catalogue counts among a group of the container: 人员经费, 公用经费. */
function linesOfGroup({ parent, name, base }: Subject): readonly Subject[] | undefined {
  const lines = parent && linesOf(parent);
  if (!lines) return undefined;
  const groupOf = (code: string) => base.catalog.find(catalogKindOf(code), code.slice(0, 3))?.group;
  const members = lines.all.filter(({ code }) => groupOf(code!) === name);
  return members.length > 0 ? members : undefined;
}
