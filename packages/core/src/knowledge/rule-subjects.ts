import { measureOf } from './measure-of.js';
import type { FactBase } from '../model/fact-base.js';
import { finalAccounts } from '../vocabulary/measures.js';
import { schemaChild, type SchemaItem } from '../model/schema.js';
import type { Subject } from '../model/subject.js';
import type { Expression, PathSegment } from '../model/expression.js';
import { knownMeasure, unitOfMeasure } from '../vocabulary/known-names.js';

const done = new WeakSet<FactBase>();

/**
 * Makes the subjects that rules define, though the author did not write them: `收入.本年收入合计 = …` lets
 * templates and other rules speak of that total. Once for each base.
 */
export function addRuleSubjects(base: FactBase): void {
  if (done.has(base)) return;
  done.add(base);
  for (const { forEach, when, statements } of base.rules) {
    if (forEach || when) continue;
    for (const { operator, left, right } of statements) {
      if (operator === '=' || operator === '同') addSubject(base, left);
      if (operator === '同') addSubject(base, right);
    }
  }
}

/** Follows the 结构 as far as it knows the names; whatever is left of the path is a measure. */
function addSubject(base: FactBase, expression: Expression): void {
  if (expression.kind !== 'path') return;
  let subject: Subject = base.root;
  let item: SchemaItem | undefined = base.schema;
  for (const [index, { name }] of expression.segments.entries()) {
    item = schemaChild(item, name);
    const child: Subject | undefined = item ? subject.child(item.name) : subject.children.get(name);
    if (!child) return addMeasure(subject, expression.segments.slice(index));
    // A count is no money, also where only a rule speaks of it: 公务用车保有量.合计.
    if (item?.unit) child.fact(finalAccounts, item.unit);
    subject = child;
  }
}

/** 编制 of 人员.合计.编制, in the unit that the measure has wherever it stands. */
function addMeasure(subject: Subject, [segment, ...further]: readonly PathSegment[]): void {
  const measure = segment && further.length === 0 ? knownMeasure(segment.name) : undefined;
  if (measure === undefined || subject.facts.has(measure) || subject === subject.base.root) return;
  const unit = unitOfMeasure(measure);
  if (unit === undefined) measureOf(subject, measure);
  else subject.fact(measure, unit);
}
