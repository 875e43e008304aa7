import type { Fact } from '../../model/fact.js';
import { catalogKindOf } from '../../knowledge/lines.js';
import { isComparative, isRate, finalAccounts } from '../../vocabulary/measures.js';
import { resolveFact, measureOf, linesOf, childAt } from '../../knowledge/ask.js';
import { Known } from '../../knowledge/resolved.js';
import type { Subject } from '../../model/subject.js';
import { operating, personnel, total } from '../../vocabulary/totals.js';
import type { Suspect } from '../../findings/finding.js';
import { operandOf } from '../../findings/operand.js';
import { formatDeclared } from '../../number/format.js';
import type { Judged } from '../relations/relation.js';
import { firstOrigin } from '../stated-facts.js';

/**
 * Lines that another table of the report has and the one that fails lacks, of just the amount that is missing there.
 */
export function missingLines(told: Judged): Suspect[] {
  const { relation, difference } = told;
  const [whole, ...others] = relation.left;
  const container = containerOf(relation.right.map(({ fact }) => fact));
  if (!whole || !container || others.length > 0 || !difference.isPositive()) return [];
  const found = new Map<string, Suspect>();
  for (const line of linesElsewhere(container.base.root, container)) {
    if (found.has(line.name) || !belongsTo(line, whole.fact.subject, container)) continue;
    const fact = factsOf(line, whole.fact).find((one) => isMissing(one, told));
    if (fact) found.set(line.name, missingSuspect(fact, told));
  }
  return [...found.values()];
}

/** The container whose lines, or whose 合计, are added up. */
function containerOf(parts: readonly Fact[]): Subject | undefined {
  const line = parts.find(({ subject }) => subject.code !== undefined || subject.name === total);
  const container = line?.subject.parent;
  return container && linesOf(container) ? container : undefined;
}

/** Lines that the author wrote, in other containers, of a code that this one does not have. */
function* linesElsewhere(subject: Subject, container: Subject): Generator<Subject> {
  for (const child of subject.children.values()) {
    const isElsewhere = subject !== container && child.code !== undefined && child.origin !== undefined;
    if (isElsewhere && !childAt(container, child.name)) yield child;
    yield* linesElsewhere(child, container);
  }
}

/** It would stand on the lowest level of the container, below the total that fails. */
function belongsTo({ code = '', base }: Subject, whole: Subject, container: Subject): boolean {
  const { all } = linesOf(container)!;
  const [first] = all;
  if (catalogKindOf(code) !== catalogKindOf(first!.code!)) return false;
  if (all.some((line) => line.code!.length > code.length)) return false;
  if (whole.parent !== container) return true;
  if (whole.code !== undefined) return code.startsWith(whole.code);
  const isGroup = whole.name === personnel || whole.name === operating;
  return !isGroup || base.catalog.find(catalogKindOf(code), code)?.group === whole.name;
}

/** Figures of a line that may stand in the total: the same measure, or, where amounts are meant, any amount. */
function factsOf(line: Subject, { measure, unit }: Fact): Fact[] {
  const stated = [...line.facts.keys()].filter((one) => !isComparative(one) && !isRate(one));
  const measures = isComparative(measure) ? [measure] : new Set([measure, finalAccounts, ...stated]);
  return [...measures].map((one) => measureOf(line, one)).filter((fact) => fact.unit === unit);
}

function isMissing(fact: Fact, told: Judged): boolean {
  const known = resolveFact(fact);
  return known instanceof Known && !known.value.isZero() && told.explains(told.difference.minus(known.value));
}

/** A line that is not there, with the figure that another table has of it. */
export function missingSuspect(fact: Fact, { difference }: Judged): Suspect {
  const operand = { ...operandOf(fact), origin: firstOrigin(fact) };
  return { kind: 'missing', operand, corrected: formatDeclared(difference, fact.decimals) };
}
