import type { FactBase } from '../model/fact-base.js';
import type { Subject } from '../model/subject.js';

/**
 * What was found out about subjects, given up together with their fact base. One weak table per base and not per
 * subject: an editor makes a new base with each keystroke, and weak tables grow without ever shrinking.
 */
export class SubjectMemory<Value> {
  private readonly bases = new WeakMap<FactBase, Map<Subject, Value>>();

  get(subject: Subject): Value | undefined {
    return this.bases.get(subject.base)?.get(subject);
  }

  set(subject: Subject, value: Value): void {
    const known = this.bases.get(subject.base);
    if (known) known.set(subject, value);
    else this.bases.set(subject.base, new Map([[subject, value]]));
  }
}
