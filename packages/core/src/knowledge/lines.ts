import type { CatalogKind } from '../catalog/catalog.js';
import type { Lines } from '../model/knowledge.js';
import type { Subject } from '../model/subject.js';
import type { Measure } from '../vocabulary/measures.js';
import { partsOf } from './aggregates.js';
import { linesOf, subjectAt } from './ask.js';
import type { Implied } from './implied.js';
import { detailsJoined } from './joined-details.js';
import { sourceOfDetail } from './sole-detail.js';

/** 201 of 20101, 20101 of 2010101; undefined for a 类. */
export function parentCode(code: string): string | undefined {
  return code.length > 3 ? code.slice(0, -2) : undefined;
}

export function catalogKindOf(code: string): CatalogKind {
  if (code.startsWith('2')) return 'functional';
  if (code.startsWith('3')) return 'economic';
  return code.startsWith('5') ? 'government-economic' : 'revenue';
}

/**
 * The lines of a container with what they imply: 类 and 款 that were not written, the lines of an aggregate's funds
 * and of subordinate units' reports. Undefined when it has none.
 */
export function buildLines(container: Subject, implied: Implied): Lines | undefined {
  const lines = new Map<string, Subject>();
  for (const [name, child] of container.children) if (child.code !== undefined) lines.set(name, child);
  const add = (code: string, like?: Subject) => {
    if (!lines.has(code))
      lines.set(code, implied.subject(container, code, { code, label: labelFor(container, code, like) }));
  };
  const sources = sourcesOf(container);
  for (const source of sources) for (const line of linesOf(source)?.all ?? []) add(line.name, line);
  for (const code of [...lines.keys()])
    for (let above = parentCode(code); above; above = parentCode(above)) add(above);
  if (lines.size === 0) return undefined;
  const all = [...lines.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const written = all.some(({ origin }) => origin !== undefined);
  return { all, ...grouped(all), written, measures: measuresIn(container, sources) };
}

/** Containers whose lines are this one's too: its parts, the same one in the units' reports, the block it repeats, the 明细 it joins. */
function sourcesOf(container: Subject): Subject[] {
  const repeated = sourceOfDetail(container);
  const joined = detailsJoined(container.base, container.names);
  return [...partsOf(container), ...unitContainers(container), ...(repeated ? [repeated] : []), ...joined];
}

function unitContainers(container: Subject): Subject[] {
  const { units } = container.base;
  return units.map((unit) => subjectAt(unit, container.names)).filter((found) => found !== undefined);
}

function labelFor({ base }: Subject, code: string, like?: Subject): string {
  return like?.label ?? base.catalog.find(catalogKindOf(code), code)?.name ?? code;
}

function grouped(all: readonly Subject[]): Pick<Lines, 'top' | 'below'> {
  const top: Subject[] = [];
  const below = new Map<string, Subject[]>();
  for (const line of all) {
    const parent = parentCode(line.code!);
    if (parent === undefined) top.push(line);
    else if (!below.get(parent)?.push(line)) below.set(parent, [line]);
  }
  return { top, below };
}

function measuresIn(container: Subject, sources: readonly Subject[]): Set<Measure> {
  const measures = new Set<Measure>();
  for (const child of container.children.values())
    for (const measure of child.facts.keys()) measures.add(measure);
  for (const source of sources) for (const measure of linesOf(source)?.measures ?? []) measures.add(measure);
  return measures;
}
