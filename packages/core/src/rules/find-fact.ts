import type { FactBase } from '../facts/fact-base.js';
import { isCommonMeasure, measureNamed } from '../facts/measures.js';
import { schemaChild, type SchemaItem } from '../facts/schema.js';
import type { Subject } from '../facts/subject.js';
import { factBelow } from '../facts/subject-at.js';
import type { FindFact } from './linear.js';

/** Finds facts by the paths of a rule: from the report's root, or from a variable of 每 … 于. */
export function findFactIn(base: FactBase, variables: ReadonlyMap<string, Subject> = new Map()): FindFact {
  return (names) => {
    const [first = '', ...rest] = names;
    const start = variables.get(first);
    const canonical = start ? rest.map(measureNamed) : canonicalNames(base.schema, names);
    const fact = factBelow(start ?? base.root, canonical);
    return fact ?? (start || isKnownPath(base, canonical) ? 'absent' : undefined);
  };
}

/** Aliases become the names that the fact base knows. */
function canonicalNames(schema: SchemaItem, names: readonly string[]): string[] {
  let item: SchemaItem | undefined = schema;
  return names.map((name, index) => {
    item = schemaChild(item, name);
    return item?.name ?? (index > 0 ? measureNamed(name) : name);
  });
}

function isKnownPath(base: FactBase, names: readonly string[]): boolean {
  const [first = '', ...rest] = names;
  if (base.root.children.has(first)) return true;
  return schemaChild(base.schema, first) !== undefined && (rest.length > 0 || !isCommonMeasure(first));
}
