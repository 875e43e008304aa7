import { finalAccounts, type Measure } from '../vocabulary/measures.js';
import type { Origin } from './origin.js';
import type { FactBase } from './fact-base.js';
import type { Fact } from './fact.js';
import type { RichText } from './rich-text.js';

/** A word that the author chose from few: kind of a unit, direction of an indicator. */
export interface Attribute {
  value: string;
  origin: Origin;
}

/**
 * Something the report speaks of: an income item, a classification line, a project, a unit.
 * Subjects form a tree; the path of names from the root is how expressions reach them.
 * Classification lines (类, 款, 项) are flat children of their block, keyed by code.
 */
export class Subject {
  children: ReadonlyMap<string, Subject> = none;
  facts: ReadonlyMap<Measure, Fact> = none;
  attributes: ReadonlyMap<string, Attribute> = none;
  texts: ReadonlyMap<string, RichText> = none;
  readonly path: string;
  /** What the report prints; the name unless a code's official name is known. */
  label: string;
  /** The place of its name in the source. */
  origin?: Origin;

  constructor(
    readonly base: FactBase,
    readonly name: string,
    readonly parent: Subject | undefined,
    /** Classification code, when the subject is a classification line. */
    readonly code?: string,
  ) {
    this.label = name;
    this.path = parent?.path ? `${parent.path}.${name}` : name;
  }

  /** The child of that name, made when it does not exist. */
  child(name: string, code?: string): Subject {
    let child = this.children.get(name);
    if (!child) {
      child = new Subject(this.base, name, this, code);
      this.children = added(this.children, name, child);
    }
    return child;
  }

  /** The fact of that measure, made (without a statement) when it does not exist. */
  fact(measure: Measure = finalAccounts, unit?: string, decimals?: number): Fact {
    let fact = this.facts.get(measure);
    if (!fact) {
      fact = {
        subject: this,
        measure,
        key: measure === finalAccounts ? this.path : `${this.path}.${measure}`,
        unit: unit ?? this.base.moneyUnit,
        decimals: decimals ?? (unit === undefined || unit === this.base.moneyUnit ? this.base.decimals : 0),
        statements: [],
      };
      this.facts = added(this.facts, measure, fact);
    }
    return fact;
  }

  setAttribute(name: string, attribute: Attribute): void {
    this.attributes = added(this.attributes, name, attribute);
  }

  setText(name: string, text: RichText): void {
    this.texts = added(this.texts, name, text);
  }
}

/** Most of the many subjects have only one or two of the four maps: those that they lack are one. */
const none: ReadonlyMap<string, never> = new Map<string, never>();

function added<V>(map: ReadonlyMap<string, V>, name: string, value: V): ReadonlyMap<string, V> {
  const own = map === none ? new Map<string, V>() : (map as Map<string, V>);
  return own.set(name, value);
}
