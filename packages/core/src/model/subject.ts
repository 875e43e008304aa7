import type { AttributeName } from '../vocabulary/attributes.js';
import { finalAccounts, type Measure } from '../vocabulary/measures.js';
import { createFact, type Fact } from './fact.js';
import type { FactBase } from './fact-base.js';
import type { Origin } from './origin.js';
import { type Path, pathBelow } from './path.js';
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
 * What is found here was written; what only follows is asked of the base's knowledge.
 */
export class Subject {
  children: ReadonlyMap<string, Subject> = none;
  facts: ReadonlyMap<Measure, Fact> = none;
  attributes: ReadonlyMap<string, Attribute> = none;
  texts: ReadonlyMap<string, RichText> = none;
  /** The names from the root. */
  readonly names: Path;
  /** The same as an expression writes them. */
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
    this.names = parent ? [...parent.names, name] : [];
    this.path = parent ? pathBelow(parent.path, name) : '';
  }

  /** The child of that name, added when there is none. */
  addChild(name: string, code?: string): Subject {
    let child = this.children.get(name);
    if (!child) {
      child = new Subject(this.base, name, this, code);
      this.children = this.added(this.children, name, child);
    }
    return child;
  }

  /** The fact of that measure, added (without a statement) when there is none. */
  addFact(measure: Measure = finalAccounts, unit?: string, decimals?: number): Fact {
    let fact = this.facts.get(measure);
    if (!fact) {
      fact = createFact(this, measure, unit, decimals);
      this.facts = this.added(this.facts, measure, fact);
    }
    return fact;
  }

  setAttribute(name: AttributeName, attribute: Attribute): void {
    this.attributes = this.added(this.attributes, name, attribute);
  }

  setText(name: string, text: RichText): void {
    this.texts = this.added(this.texts, name, text);
  }

  private added<V>(map: ReadonlyMap<string, V>, name: string, value: V): ReadonlyMap<string, V> {
    if (this.base.isComplete) throw new Error(`${this.path}: a complete report is only read`);
    const own = map === none ? new Map<string, V>() : (map as Map<string, V>);
    return own.set(name, value);
  }
}

/** Most of the many subjects have only one or two of the four maps: those that they lack are one. */
const none: ReadonlyMap<string, never> = new Map<string, never>();
