import { createFact, type Fact } from '../model/fact.js';
import { Subject } from '../model/subject.js';
import type { Measure } from '../vocabulary/measures.js';
import { unitOfFact } from './unit-of-fact.js';

/**
 * Subjects and facts of which the author did not write, but which follow: each made once and kept beside the base,
 * which stays as it was written.
 */
export class Implied {
  private readonly subjects = new Map<Subject, Map<string, Subject>>();
  private readonly facts = new Map<Subject, Map<Measure, Fact>>();
  private readonly definedMeasures = new Map<Subject, Set<Measure>>();
  private readonly definedSubjects = new Map<Subject, Set<string>>();

  /** Those that were made below a subject, in the order in which they were. */
  below(parent: Subject): ReadonlyMap<string, Subject> {
    return this.subjects.get(parent) ?? nothing;
  }

  /** The child of that name, made when nobody wrote it. */
  subject(parent: Subject, name: string, like: Partial<Pick<Subject, 'code' | 'label'>> = {}): Subject {
    const known = parent.children.get(name) ?? this.subjects.get(parent)?.get(name);
    if (known) return known;
    const subject = new Subject(parent.base, name, parent, like.code);
    if (like.label !== undefined) subject.label = like.label;
    const siblings = this.subjects.get(parent);
    if (siblings) siblings.set(name, subject);
    else this.subjects.set(parent, new Map([[name, subject]]));
    return subject;
  }

  /** The fact of that measure, made when nobody stated it. */
  fact(subject: Subject, measure: Measure): Fact {
    const known = subject.facts.get(measure) ?? this.facts.get(subject)?.get(measure);
    if (known) return known;
    const { unit, decimals } = unitOfFact(subject, measure);
    const fact = createFact(subject, measure, unit, decimals);
    const others = this.facts.get(subject);
    if (others) others.set(measure, fact);
    else this.facts.set(subject, new Map([[measure, fact]]));
    return fact;
  }

  /** A rule speaks of the child of that name. */
  defineSubject(parent: Subject, name: string): Subject {
    remember(this.definedSubjects, parent, name);
    return this.subject(parent, name);
  }

  /** A rule says what the measure of that subject is. */
  defineMeasure(subject: Subject, measure: Measure): void {
    remember(this.definedMeasures, subject, measure);
  }

  /** Names of children that rules define, in their order. */
  subjectsDefinedBelow(parent: Subject): ReadonlySet<string> {
    return this.definedSubjects.get(parent) ?? none;
  }

  /** Measures that rules define. */
  measuresDefinedFor(subject: Subject): ReadonlySet<Measure> {
    return this.definedMeasures.get(subject) ?? none;
  }
}

const nothing: ReadonlyMap<string, never> = new Map<string, never>();
const none: ReadonlySet<never> = new Set<never>();

function remember(all: Map<Subject, Set<string>>, subject: Subject, name: string): void {
  const known = all.get(subject);
  if (known) known.add(name);
  else all.set(subject, new Set([name]));
}
