import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import { isCommonMeasure, lastYear, measureNamed } from '../vocabulary/measures.js';
import { schemaBelow, schemaChild, type SchemaItem } from '../model/schema.js';
import type { Subject } from '../model/subject.js';
import { childAt, factBelow, subjectBelow, ownFactOf } from './ask.js';
import { total } from '../vocabulary/totals.js';
import { pathText } from '../model/path.js';
import { membersOfSubject } from './members.js';
import type { FactFinder } from './linear.js';

type Variables = ReadonlyMap<string, Subject>;

/** Finds facts by the paths of a rule: from the report's root, or from a variable of 每 … 于. */
export function findFactIn(base: FactBase, variables: Variables = new Map()): FactFinder {
  return {
    fact(names) {
      const { start, canonical, isVariable } = locate(base, names, variables);
      const fact = factBelow(start, canonical) ?? (isVariable ? undefined : ofPriorReport(base, canonical));
      return fact ?? (isVariable || isKnownPath(base, canonical) ? pathText(canonical) : undefined);
    },
    members(names, measure) {
      const { start, canonical } = locate(base, names, variables);
      const owner = subjectBelow(start, canonical);
      const rest = measure.map(measureNamed);
      return membersOf(owner).flatMap((member) => factOf(member, rest) ?? []);
    },
  };
}

/** 上年 of something that this year's report does not speak of, and last year's does. */
function ofPriorReport({ prior }: FactBase, names: readonly string[]): Fact | undefined {
  if (!prior || names.at(-1) !== lastYear) return undefined;
  return factBelow(prior.root, names.slice(0, -1));
}

function locate(base: FactBase, names: readonly string[], variables: Variables) {
  const [first = '', ...rest] = names;
  const variable = variables.get(first);
  const canonical = variable ? rest.map(measureNamed) : canonicalNames(base.schema, names);
  return { start: variable ?? base.root, canonical, isVariable: variable !== undefined };
}

/** What a block lists, without the total of it. */
function membersOf(owner: Subject | undefined): Subject[] {
  return owner ? membersOfSubject(owner).filter(({ name }) => name !== total) : [];
}

function factOf(member: Subject, measure: readonly string[]): Fact | undefined {
  return measure.length > 0 ? factBelow(member, measure) : ownFactOf(member);
}

/** Aliases become the names that the fact base knows. */
function canonicalNames(schema: SchemaItem, names: readonly string[]): string[] {
  let item: SchemaItem | undefined = schema;
  return names.map((name, index) => {
    item = schemaBelow(item, name);
    return item?.name ?? (index > 0 ? measureNamed(name) : name);
  });
}

function isKnownPath(base: FactBase, names: readonly string[]): boolean {
  const [first = '', ...rest] = names;
  if (childAt(base.root, first)) return true;
  return schemaChild(base.schema, first) !== undefined && (rest.length > 0 || !isCommonMeasure(first));
}
