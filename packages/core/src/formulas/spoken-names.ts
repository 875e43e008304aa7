import { countingUnits } from '../vocabulary/units.js';
import { computedMembers, isKnownList, isKnownWord } from '../vocabulary/known-names.js';
import { knownMeasure, type Measure } from '../vocabulary/measures.js';
import { moneyUnits, percent, shiftBetween } from '../number/unit.js';
import { childrenOf, speaksOf } from '../knowledge/ask.js';
import type { FactBase } from '../model/fact-base.js';
import type { SchemaItem } from '../model/schema.js';
import type { Subject } from '../model/subject.js';
import { isCode } from './paths/find-child.js';

/** Whether the language knows that measure, or the report gives it of anything: 辆 in `12 辆`. */
export function isMeasure(measure: Measure, base: FactBase): boolean {
  return (
    knownMeasure(measure) !== undefined || some(subjectsOf(base), (subject) => speaksOf(subject, measure))
  );
}

/** Whether it is a unit that the language or the report knows, or that many of it: 万吨. */
export function isUnit(unit: string, base: FactBase): boolean {
  const isOfKind = (other: string | undefined) =>
    other !== undefined && shiftBetween(other, unit) !== undefined;
  return (
    [...moneyUnits, percent, ...countingUnits].some(isOfKind) ||
    some(schemaItems(base.schema), (item) => isOfKind(item.unit)) ||
    some(subjectsOf(base), ({ facts }) => some(facts.values(), ({ unit: own }) => isOfKind(own)))
  );
}

/** Whether anything may be called so: a measure or word of the language, an item of the 结构, what the report names. */
export function isSpoken(name: string, base: FactBase): boolean {
  return isOfLanguage(name) || isOfSchema(name, base) || some(subjectsOf(base), isNamed(name));
}

function isOfLanguage(name: string): boolean {
  const isWord = isKnownWord(name) || isKnownList(name) || computedMembers.includes(name);
  return isWord || isCode(name) || knownMeasure(name) !== undefined;
}

function isOfSchema(name: string, { schema }: FactBase): boolean {
  return some(schemaItems(schema), (item) => item.name === name || item.aliases.includes(name));
}

function isNamed(name: string): (subject: Subject) => boolean {
  return (subject) => {
    const { name: own, label, texts, attributes } = subject;
    return (
      own === name || label === name || texts.has(name) || attributes.has(name) || speaksOf(subject, name)
    );
  };
}

/** What the report and those of its units speak of, or rules define. */
function* subjectsOf({ root, units }: FactBase): Generator<Subject> {
  yield* subjectsBelow(root);
  for (const unit of units) yield* subjectsOf(unit);
}

function* subjectsBelow(subject: Subject): Generator<Subject> {
  for (const child of childrenOf(subject)) {
    yield child;
    yield* subjectsBelow(child);
  }
}

function* schemaItems({ children, each }: SchemaItem): Generator<SchemaItem> {
  for (const child of children.values()) {
    yield child;
    yield* schemaItems(child);
  }
  if (each) yield* schemaItems(each);
}

function some<T>(items: Iterable<T>, holds: (item: T) => boolean): boolean {
  for (const item of items) if (holds(item)) return true;
  return false;
}
