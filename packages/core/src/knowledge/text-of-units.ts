import type { RichText } from '../model/rich-text.js';
import type { Subject } from '../model/subject.js';
import { explainsFigure } from '../vocabulary/attributes.js';
import { total } from '../vocabulary/totals.js';
import { measureOf, resolveFact, subjectAt } from './ask.js';

/** A text, and the report of the unit that it stands in. */
export interface TextOfUnit {
  text: RichText;
  /** What it is said of, in the unit's report. */
  subject: Subject;
}

/**
 * What a unit says of its own figure is what the department has to say of it, as long as no other unit has any: then
 * it is the same figure.
 */
export function textOfOnlyUnit(subject: Subject, name: string): TextOfUnit | undefined {
  if (!explainsFigure(name) || !subject.parent) return undefined;
  const { base, names } = subject;
  if (base.eliminations.some((one) => hasFigures(subjectAt(one, names)))) return undefined;
  const [only, ...others] = base.units
    .map((unit) => subjectAt(unit, names))
    .filter((each) => each !== undefined && hasFigures(each));
  return only && others.length === 0 ? textIn(only, name) : undefined;
}

/** The first that a unit says of its part of it, whatever the others have. */
export function textsOfUnits({ base, names }: Subject, name: string): TextOfUnit[] {
  return base.units.flatMap((unit) => {
    const same = subjectAt(unit, names);
    return (same && textIn(same, name)) ?? [];
  });
}

function textIn(subject: Subject, name: string): TextOfUnit | undefined {
  const owner = subject.texts.has(name) ? subject : subject.children.get(total);
  const text = owner?.texts.get(name);
  return text ? { text, subject: owner! } : textOfOnlyUnit(subject, name);
}

/** Of this year, of the last one, or planned. */
function hasFigures(subject: Subject | undefined): boolean {
  if (!subject) return false;
  const measures = subject.base.knowledge.measures(subject);
  return [...measures].some((measure) => resolveFact(measureOf(subject, measure)).value?.isZero() === false);
}
