import type { FactBase } from '../model/fact-base.js';
import { schemaChild, type SchemaItem } from '../model/schema.js';
import type { Subject } from '../model/subject.js';
import type { Implied } from './implied.js';
import type { Expression, PathSegment } from '../model/expression.js';
import { knownMeasure } from '../vocabulary/measures.js';

/**
 * Makes the subjects that rules define, though the author did not write them: `收入.本年收入合计 = …` lets
 * templates and other rules speak of that total.
 */
export function addRuleSubjects(base: FactBase, implied: Implied): void {
  const addSubject = (expression: Expression) => addNamed(base, expression, implied);
  for (const { forEach, when, statements } of base.rules) {
    if (forEach || when) continue;
    for (const { operator, left, right } of statements) {
      if (operator === '=' || operator === '同') addSubject(left);
      if (operator === '同') addSubject(right);
    }
  }
}

/** Follows the 结构 as far as it knows the names; whatever is left of the path is a measure. */
function addNamed(base: FactBase, expression: Expression, implied: Implied): void {
  if (expression.kind !== 'path') return;
  let subject: Subject = base.root;
  let item: SchemaItem | undefined = base.schema;
  for (const [index, { name }] of expression.segments.entries()) {
    item = schemaChild(item, name);
    const child: Subject | undefined = item
      ? implied.defineSubject(subject, item.name)
      : (subject.children.get(name) ?? implied.below(subject).get(name));
    if (!child) return addMeasure(subject, expression.segments.slice(index), implied);
    subject = child;
  }
}

/** 编制 of 人员.合计.编制. */
function addMeasure(subject: Subject, [segment, ...further]: readonly PathSegment[], implied: Implied): void {
  const measure = segment && further.length === 0 ? knownMeasure(segment.name) : undefined;
  if (measure === undefined || subject === subject.base.root) return;
  implied.defineMeasure(subject, measure);
}
