import { blockOf, fundName, isAggregate } from './aggregates.js';
import type { Fact } from '../model/fact.js';
import { linesOf } from './lines.js';
import { natures, finalAccounts } from '../vocabulary/measures.js';
import type { Way } from './structure.js';
import { detailAcrossLines, detailOfLine } from './structure-rules.js';
import type { Subject } from '../model/subject.js';
import { childAt, total } from './subject-at.js';
import { SubjectMemory } from './subject-memory.js';

const detailName = '明细';

/** Nature whose economic lines a block holds. */
const natureOfBlock = new Map([
  ['基本支出', '基本'],
  ['项目支出', '项目'],
]);

/** What the economic detail inside functional lines says of a fact. */
export function detailsOf({ subject, measure }: Fact): Way[] {
  if (natures.includes(measure)) return ofLine(subject, measure);
  return measure === finalAccounts && subject.code?.startsWith('3') ? acrossLines(subject) : [];
}

/** 2011101.基本 = 2011101.明细.基本.合计 */
function ofLine(line: Subject, nature: string): Way[] {
  const detail = line.children.get(detailName)?.children.get(nature);
  const sum = detail && childAt(detail, total);
  return sum ? [{ rule: detailOfLine, terms: [{ fact: sum.fact(), sign: 1 }] }] : [];
}

/** 基本支出.一般公共预算.30101 = Σ 支出.一般公共预算.*.明细.基本.30101 */
function acrossLines(line: Subject): Way[] {
  const container = line.parent!;
  const block = blockOf(container)?.name ?? '';
  const rule = detailAcrossLines.get(block);
  if (!rule || isAggregate(container)) return [];
  const facts = detailsByCode(container, natureOfBlock.get(block)!).get(line.code!);
  return facts ? [{ rule, terms: facts.map((fact) => ({ fact, sign: 1 })) }] : [];
}

const indexes = new SubjectMemory<Map<string, Fact[]>>();

function detailsByCode(container: Subject, nature: string): Map<string, Fact[]> {
  let index = indexes.get(container);
  if (!index) indexes.set(container, (index = buildIndex(container, nature)));
  return index;
}

function buildIndex(container: Subject, nature: string): Map<string, Fact[]> {
  const index = new Map<string, Fact[]>();
  const fund = container.base.find(`支出.${fundName(container)}`);
  for (const functional of (fund && linesOf(fund)?.all) ?? []) {
    const detail = functional.children.get(detailName)?.children.get(nature);
    for (const line of (detail && linesOf(detail)?.all) ?? [])
      if (!index.get(line.code!)?.push(line.fact())) index.set(line.code!, [line.fact()]);
  }
  return index;
}
