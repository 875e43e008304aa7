import type { CatalogKind } from '../catalog/catalog.js';
import { partsOf } from './aggregates.js';
import type { Measure } from '../vocabulary/measures.js';
import type { Subject } from '../model/subject.js';
import { subjectAt } from './subject-at.js';
import { SubjectMemory } from './subject-memory.js';

/** The classification lines of a container, in code order, with the levels that were not written. */
export interface Lines {
  readonly all: readonly Subject[];
  /** Lines without a parent among the lines: 类. */
  readonly top: readonly Subject[];
  /** Direct children by the parent's code. */
  readonly below: ReadonlyMap<string, readonly Subject[]>;
  /** The author wrote some of them here. */
  readonly written: boolean;
  /** Measures that some line or total of the container has. */
  readonly measures: ReadonlySet<Measure>;
}

const known = new SubjectMemory<Lines | 'none'>();

/**
 * The lines of a container, or undefined when it has none. The first call adds what its lines imply:
 * 类 and 款 that were not written, the lines of an aggregate's funds and of subordinate units' reports.
 */
export function linesOf(container: Subject): Lines | undefined {
  let lines = known.get(container);
  if (!lines) known.set(container, (lines = build(container)));
  return lines === 'none' ? undefined : lines;
}

const noLines: readonly Subject[] = [];

/** Lines directly below a line. */
export function linesBelow(line: Subject): readonly Subject[] {
  return (line.parent && line.code && linesOf(line.parent)?.below.get(line.code)) || noLines;
}

/** 201 of 20101, 20101 of 2010101; undefined for a 类. */
export function parentCode(code: string): string | undefined {
  return code.length > 3 ? code.slice(0, -2) : undefined;
}

export function catalogKindOf(code: string): CatalogKind {
  if (code.startsWith('2')) return 'functional';
  if (code.startsWith('3')) return 'economic';
  return code.startsWith('5') ? 'government-economic' : 'revenue';
}

function build(container: Subject): Lines | 'none' {
  adoptLines(container);
  for (const child of [...container.children.values()]) if (child.code) addAncestors(child);
  const all = [...container.children.values()].filter((child) => child.code !== undefined);
  if (all.length === 0) return 'none';
  all.sort((a, b) => (a.name < b.name ? -1 : 1));
  const written = all.some(({ origin }) => origin !== undefined);
  return { all, ...grouped(all), written, measures: measuresIn(container) };
}

function adoptLines(container: Subject): void {
  const sources = [...partsOf(container), ...unitContainers(container)];
  for (const source of sources)
    for (const line of linesOf(source)?.all ?? []) addLine(container, line.name, line);
}

function unitContainers(container: Subject): Subject[] {
  const { units } = container.base;
  return units.map((unit) => subjectAt(unit, container.path)).filter((found) => found !== undefined);
}

function addAncestors(line: Subject): void {
  for (let code = parentCode(line.code!); code; code = parentCode(code)) addLine(line.parent!, code);
}

function addLine(container: Subject, code: string, like?: Subject): void {
  if (container.children.has(code)) return;
  const label = like?.label ?? container.base.catalog.find(catalogKindOf(code), code)?.name;
  container.child(code, code).label = label ?? code;
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

function measuresIn(container: Subject): Set<Measure> {
  const measures = new Set<Measure>();
  for (const child of container.children.values())
    for (const measure of child.facts.keys()) measures.add(measure);
  for (const part of partsOf(container))
    for (const measure of linesOf(part)?.measures ?? []) measures.add(measure);
  for (const unit of unitContainers(container))
    for (const measure of linesOf(unit)?.measures ?? []) measures.add(measure);
  return measures;
}
