import type { Fact } from '../model/fact.js';
import { resolveFact } from '../knowledge/ask.js';
import type { Finding } from '../findings/finding.js';
import { builtInRules } from '../vocabulary/rules.zh.js';
import type { ReferenceKind, Report, Suppression } from '../model/report.js';
import { isInside } from './suppress.js';

/**
 * A rule that was not seen to hold where these facts take part, whether or not something is told of it: figures were
 * left open, or it fails for a cause that is told elsewhere.
 */
export interface Unsettled {
  rule: string;
  facts: readonly Fact[];
}

/** Takes down what was not settled of the rules that somebody asks about. */
export class Unsettledness {
  /** A check failed: nobody knows what it would have found. */
  isIncomplete = false;
  private readonly noted: Unsettled[] = [];
  private readonly wanted: ReadonlySet<string>;

  constructor(suppressions: readonly Suppression[]) {
    this.wanted = new Set(suppressions.map(({ rule }) => rule));
  }

  isWanted(rule: string): boolean {
    return this.wanted.has(rule);
  }

  /** Gathering the facts costs something: most reports accept nothing. */
  note(rule: string, facts: () => Iterable<Fact>): void {
    if (this.wanted.has(rule)) this.noted.push({ rule, facts: [...facts()] });
  }

  /** The same, where one of the facts was left open. */
  noteOpen(rule: string, facts: () => Iterable<Fact>): void {
    if (!this.wanted.has(rule)) return;
    const all = [...facts()];
    if (all.some(isOpen)) this.noted.push({ rule, facts: all });
  }

  /**
   * Whether the rule of an acceptance was checked where that stands, and held: only then nothing needs it. What could
   * not be read, or not be looked up, may have been what it was written for.
   */
  isSettled(suppression: Suppression, { uri, unavailable = [] }: Report, found: readonly Finding[]): boolean {
    if (this.isIncomplete || found.some(isUnreadable)) return false;
    if (unavailable.some((kind) => needs[kind](suppression.rule))) return false;
    return !this.noted.some(
      ({ rule, facts }) =>
        rule === suppression.rule &&
        (facts.length === 0 || facts.some((fact) => touches(fact, uri, suppression))),
    );
  }
}

/** 未填, or computed from what is. */
function isOpen(fact: Fact): boolean {
  const { state } = resolveFact(fact);
  return state === 'unfilled' || state === 'blocked';
}

/** Which rules say nothing while a file that the report names is not at hand. */
const needs: Record<ReferenceKind, (rule: string) => boolean> = {
  上年: (rule) => rule.startsWith('Y'),
  单位: (rule) => rule === 'X026',
  科目表: (rule) => rule.startsWith('C'),
  模板: (rule) => !builtInRules.has(rule),
  规则: (rule) => !builtInRules.has(rule),
};

/** Something of the file could not be read: nobody knows what it would have said. */
export function isUnreadable({ rule, severity }: Finding): boolean {
  return rule.startsWith('Z') && severity === 'error';
}

function touches({ statements, subject }: Fact, uri: string, { scope }: Suppression): boolean {
  const origins = [...statements.map(({ origin }) => origin), ...(subject.origin ? [subject.origin] : [])];
  return origins.some((origin) => origin.uri === uri && isInside(origin.range.start, scope));
}
