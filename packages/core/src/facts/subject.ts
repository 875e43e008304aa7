import type { Origin } from '../origin.js';
import type { FactBase } from './fact-base.js';
import { finalAccounts, type Fact, type Measure } from './fact.js';
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
  readonly children = new Map<string, Subject>();
  readonly facts = new Map<Measure, Fact>();
  readonly attributes = new Map<string, Attribute>();
  readonly texts = new Map<string, RichText>();
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
      this.children.set(name, child);
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
      this.facts.set(measure, fact);
    }
    return fact;
  }
}
