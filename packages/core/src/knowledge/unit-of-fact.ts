import type { Fact } from '../model/fact.js';
import type { Subject } from '../model/subject.js';
import { percent } from '../number/unit.js';
import { finalAccounts, type Measure, unitOfMeasure } from '../vocabulary/measures.js';
import { schemaOf } from './schema-of.js';

/**
 * The unit and the decimals of a figure, where none are written: those that its measure has wherever it stands, else
 * those of the subject's own figure, else those that the 结构 gives the subject. Money of the report's where nothing
 * is said.
 */
export function unitOfFact(subject: Subject, measure: Measure): Partial<Pick<Fact, 'unit' | 'decimals'>> {
  const { base } = subject;
  const unit = unitOfMeasure(measure, base.moneyUnit);
  if (unit === percent) return { unit, decimals: base.percentDecimals };
  if (unit !== undefined) return { unit };
  const own = subject.facts.get(finalAccounts);
  if (own) return { unit: own.unit, decimals: own.decimals };
  const declared = schemaOf(subject)?.unit;
  if (declared === undefined) return {};
  return declared === percent ? { unit: percent, decimals: base.percentDecimals } : { unit: declared };
}
