import type { FactBase } from '../model/fact-base.js';
import type { Subject } from '../model/subject.js';
import { blocks } from '../vocabulary/blocks.js';
import { lineTree } from './line-tree.js';
import { schemaChild } from '../model/schema.js';
import { total } from '../vocabulary/totals.js';
import { childAt, childrenOf, linesOf } from './ask.js';
import { schemaOf } from './schema-of.js';

/** Lines of a container in code order, indicators of a project, or what the author wrote below, in that order. */
export function membersOfSubject(subject: Subject): readonly Subject[] {
  if (isContainer(subject) && linesOf(subject)) return lineTree(subject);
  if (subject.name === blocks.indicators) return leavesOf(subject);
  return [...subject.children.values()].filter(isWritten);
}

/** What is listed of the whole department: its own, and what only the reports of its units list. */
export function membersWithUnits(subject: Subject): readonly Subject[] {
  const own = membersOfSubject(subject);
  const { base, name, parent } = subject;
  if (parent !== base.root) return withItemsOfUnits(subject, own);
  if (name === blocks.units) return own.length > 0 ? own : referredUnits(subject);
  if (name !== blocks.projects) return withItemsOfUnits(subject, own);
  const names = new Set(own.map((member) => member.name));
  const listed = base.units.flatMap((unit) => projectsOf(unit));
  return [...own, ...listed.filter((member) => !names.has(member.name))];
}

/** Visits and trips that only the units name stand for the department, unless it names some itself. */
function withItemsOfUnits(subject: Subject, own: readonly Subject[]): readonly Subject[] {
  const schema = subject.base.units.length > 0 ? schemaOf(subject) : undefined;
  if (!schema?.open || subject.code !== undefined) return own;
  const isNamed = ({ name }: Subject) => schemaChild(schema, name) !== undefined || name === total;
  if (!own.every(isNamed)) return own;
  const listed = [...childrenOf(subject)].filter((child) => child.code === undefined && !isNamed(child));
  return [...own, ...listed];
}

/** 引用 单位: what is referred to belongs to the department, also where it is not listed. */
function referredUnits(list: Subject): Subject[] {
  return list.base.units.flatMap(({ name }) => childAt(list, name) ?? []);
}

function projectsOf(unit: FactBase): readonly Subject[] {
  const list = childAt(unit.root, blocks.projects);
  return list ? membersWithUnits(list) : [];
}

/** Holds lines of the classification; 名词解释 only explains some of them beside other words. */
function isContainer(subject: Subject): boolean {
  return subject.code === undefined && schemaOf(subject)?.coded !== undefined;
}

function leavesOf(subject: Subject): Subject[] {
  if (subject.children.size === 0) return [subject];
  return [...subject.children.values()].filter(isWritten).flatMap(leavesOf);
}

/** Not merely implied by structure, as a 合计 that somebody asked for. */
function isWritten(subject: Subject): boolean {
  if (subject.origin || subject.texts.size > 0 || subject.attributes.size > 0) return true;
  for (const { statements } of subject.facts.values()) if (statements.length > 0) return true;
  return [...subject.children.values()].some(isWritten);
}
