import type { Fact } from '../model/fact.js';
import type { Subject } from '../model/subject.js';
import { percent } from '../number/unit.js';
import { unitOfMeasure } from '../vocabulary/known-names.js';
import { finalAccounts, isRate, type Measure } from '../vocabulary/measures.js';
import { schemaOf } from './schema-of.js';

/**
 * The unit and the decimals of a figure that nobody wrote: those that its measure has wherever it stands, else those
 * of the subject's own figure, else those that the 结构 gives the subject. Money of the report's where nothing is said.
 */
export function unitOfFact(subject: Subject, measure: Measure): Partial<Pick<Fact, 'unit' | 'decimals'>> {
  if (isRate(measure)) return { unit: percent, decimals: subject.base.percentDecimals };
  const unit = unitOfMeasure(measure);
  if (unit !== undefined) return { unit };
  const own = subject.facts.get(finalAccounts);
  if (own) return { unit: own.unit, decimals: own.decimals };
  const declared = schemaOf(subject)?.unit;
  return declared === undefined ? {} : { unit: declared };
}
