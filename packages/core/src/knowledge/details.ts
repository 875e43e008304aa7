import { blockOf, fundName, isAggregate } from './aggregates.js';
import type { Fact } from '../model/fact.js';
import { childAt, linesOf, subjectAt, ownFactOf } from './ask.js';
import { blocks, natureOfBlock } from '../vocabulary/blocks.js';
import { natures, finalAccounts } from '../vocabulary/measures.js';
import type { Way } from '../model/knowledge.js';
import { detailAcrossLines, detailOfLine } from './structure-rules.js';
import type { Subject } from '../model/subject.js';
import { total } from '../vocabulary/totals.js';

/** What the economic detail inside functional lines says of a fact. */
export function detailsOf({ subject, measure }: Fact): Way[] {
  if (natures.includes(measure)) return ofLine(subject, measure);
  return measure === finalAccounts && subject.code?.startsWith('3') ? acrossLines(subject) : [];
}

/** 2011101.基本 = 2011101.明细.基本.合计 */
function ofLine(line: Subject, nature: string): Way[] {
  const detail = line.children.get(blocks.detail)?.children.get(nature);
  const sum = detail && childAt(detail, total);
  return sum ? [{ rule: detailOfLine, terms: [{ fact: ownFactOf(sum), sign: 1 }] }] : [];
}

/** 基本支出.一般公共预算.30101 = Σ 支出.一般公共预算.*.明细.基本.30101 */
function acrossLines(line: Subject): Way[] {
  const container = line.parent!;
  const block = blockOf(container)?.name ?? '';
  const rule = detailAcrossLines.get(block);
  if (!rule || isAggregate(container)) return [];
  const { knowledge } = container.base;
  const facts = knowledge.detailsByCode(container, natureOfBlock(block)!).get(line.code!);
  return facts ? [{ rule, terms: facts.map((fact) => ({ fact, sign: 1 })) }] : [];
}

/** Facts of the economic detail inside the functional lines of a container's fund, by code. */
export function indexDetails(container: Subject, nature: string): Map<string, Fact[]> {
  const index = new Map<string, Fact[]>();
  const fund = subjectAt(container.base, [blocks.expenditure, fundName(container)]);
  for (const functional of (fund && linesOf(fund)?.all) ?? []) {
    const detail = functional.children.get(blocks.detail)?.children.get(nature);
    for (const line of (detail && linesOf(detail)?.all) ?? []) {
      const fact = ownFactOf(line);
      if (!index.get(line.code!)?.push(fact)) index.set(line.code!, [fact]);
    }
  }
  return index;
}
