import type { Finding } from '../findings/finding.js';
import { newFinding } from '../findings/new-finding.js';
import { blockSubject, subjectOfBlock } from '../knowledge/block.js';
import { measureOf, ownFactOf, resolveFact, subjectAt } from '../knowledge/ask.js';
import { Known } from '../knowledge/resolved.js';
import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import { labelOf } from '../model/label.js';
import { pathNames } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import { blocks } from '../vocabulary/blocks.js';
import { budgets, isComparative, isRate, lastYear } from '../vocabulary/measures.js';
import { wholes } from '../vocabulary/totals.js';
import { unwrittenBehind } from './relations/unwritten.js';

/** Blocks whose things have figures of other kinds. */
const otherBlocks: ReadonlySet<string> = new Set([
  blocks.units,
  blocks.projects,
  blocks.glossary,
  blocks.staff,
]);

/**
 * M008: 机关运行经费 上年 15.00: what it is compared with, and not what it came to. Once for each block: a column that was
 * left out is one mistake, and a total of such lines follows from them.
 */
export function figurelessFindings(facts: readonly Fact[]): Finding[] {
  return [...byBlock(facts).values()].map((each) => finding(oneOfEach(each)));
}

/** Whether a text is asked for that could only explain why nothing stands there: 原因 of 机关运行经费 上年 15.00. */
export function asksForAbsent(base: FactBase, facts: readonly Fact[]): (asked: Finding) => boolean {
  const lacking = byBlock(facts);
  return ({ data }) => {
    if (data.kind !== 'condition' || data.missingText === undefined) return false;
    const subject = subjectAt(base, pathNames(data.missingText).slice(0, -1));
    if (subject && isOnlyCompared(subject)) return true;
    if (subject?.code !== undefined || lacking.size === 0) return false;
    const block = subjectOfBlock(base, data.missingText);
    return block !== undefined && lacking.has(block);
  };
}

/** Nothing is said of what it came to; of what it is compared with something is, or follows. */
function isOnlyCompared(subject: Subject): boolean {
  if (resolveFact(ownFactOf(subject)).state !== 'absent') return false;
  return [lastYear, ...budgets].some((measure) => resolveFact(measureOf(subject, measure)) instanceof Known);
}

function byBlock(facts: readonly Fact[]): Map<Subject, Fact[]> {
  const found = new Map<Subject, Fact[]>();
  for (const fact of facts.filter(isAlone)) {
    const block = blockSubject(fact);
    found.set(block, [...(found.get(block) ?? []), fact]);
  }
  return found;
}

/** A figure to compare with, of an item that says nothing of its own, nor do its parts. */
function isAlone(fact: Fact): boolean {
  const { subject, measure } = fact;
  if (!isComparative(measure) || isRate(measure) || otherBlocks.has(subject.names[0]!)) return false;
  const resolved = resolveFact(fact);
  if (!(resolved instanceof Known) || resolved.value.isZero()) return false;
  const own = ownFactOf(subject);
  // 财政拨款收支.总计 is what other blocks come to, once they are written.
  return resolveFact(own).state === 'absent' && unwrittenBehind(own).length === 0;
}

/** One of each item; totals only where there is nothing else. */
function oneOfEach(facts: readonly Fact[]): Fact[] {
  const one = [...new Map([...facts].reverse().map((fact) => [fact.subject, fact])).values()].reverse();
  const items = one.filter(({ subject }) => !wholes.includes(subject.name));
  return items.length > 0 ? items : one;
}

function finding([first, ...others]: Fact[]): Finding {
  const { subject, statements } = first!;
  return newFinding('M008', subject.origin ?? statements[0]!.origin, {
    kind: 'message',
    code: others.length > 0 ? 'several-without-figure' : 'without-figure',
    parameters: {
      name: labelOf(ownFactOf(subject)),
      measure: first!.measure,
      count: String(others.length + 1),
    },
    suggestions: [],
    places: others.map((fact) => fact.subject.origin ?? fact.statements[0]!.origin),
  });
}
