import { fundName } from './aggregates.js';
import { childAt, linesOf, measureOf, ownFactOf, resolveFact } from './ask.js';
import type { Fact } from '../model/fact.js';
import type { Way } from '../model/knowledge.js';
import type { Subject } from '../model/subject.js';
import { blocks, natureOfBlock } from '../vocabulary/blocks.js';
import { defaultFund } from '../vocabulary/funds.js';
import { type Measure, natures } from '../vocabulary/measures.js';
import { isOpenLine } from './open-lines.js';
import { Known } from './resolved.js';
import { detailAcrossLines } from './structure-rules.js';

/** 明细, and 基本 below it, of the only line that 基本支出 can be of: nobody has to write that twice. */
export function isSoleDetail(subject: Subject, name: string): boolean {
  if (subject.base.units.length > 0) return false;
  if (name === blocks.detail) return natures.some((nature) => soleSource(subject, nature) !== undefined);
  if (subject.name !== blocks.detail || !natures.includes(name)) return false;
  return soleSource(subject.parent!, name) !== undefined;
}

/** The block whose lines an unwritten 明细 repeats: 基本支出, for 2012601.明细.基本. */
export function sourceOfDetail(container: Subject): Subject | undefined {
  const { parent: detail, origin, name, base } = container;
  if (origin || detail?.name !== blocks.detail || !detail.parent || base.units.length > 0) return undefined;
  return soleSource(detail.parent, name);
}

/** X015, X014 read backwards: an economic line of the only functional line is that of the block. */
export function asInBlock({ subject }: Fact): Way[] {
  const source = subject.parent && sourceOfDetail(subject.parent);
  const same = source && subject.code ? childAt(source, subject.code) : undefined;
  const block = source && (natureOfBlock(source.name) === undefined ? source.parent : source);
  const rule = detailAcrossLines.get(block?.name ?? '');
  return same && rule ? [{ rule, terms: [{ fact: ownFactOf(same), sign: 1 }] }] : [];
}

/** Where everything of that nature of the line's fund is told, if nothing of it can belong to any other line. */
function soleSource(line: Subject, nature: Measure): Subject | undefined {
  const { parent: container, base, code } = line;
  if (!code || container?.parent !== base.root.children.get(blocks.expenditure)) return undefined;
  return base.knowledge.soleLine(container!, nature) === line ? blockOfNature(container!, nature) : undefined;
}

/** The only line of a fund of which something of that nature was spent, where 明细 tells of none what it was. */
export function findSoleLine(container: Subject, nature: Measure): Subject | undefined {
  let sole: Subject | undefined;
  for (const line of linesOf(container)?.all ?? []) {
    if (hasLinesBelow(container, line)) continue;
    if (line.children.get(blocks.detail)?.children.has(nature)) return undefined;
    if (!maySpend(line, nature)) continue;
    if (sole) return undefined;
    sole = line;
  }
  return sole;
}

function hasLinesBelow(container: Subject, { code }: Subject): boolean {
  return (linesOf(container)?.below.get(code!) ?? []).length > 0;
}

function maySpend(line: Subject, nature: Measure): boolean {
  const fact = measureOf(line, nature);
  const amount = resolveFact(fact);
  if (amount instanceof Known) return !amount.value.isZero();
  return amount.state !== 'absent' || isOpenLine(fact, resolveFact);
}

/** 基本支出, or 基本支出 政府性基金, where lines are written in it. */
function blockOfNature(container: Subject, nature: Measure): Subject | undefined {
  const { base } = container;
  const fund = fundName(container);
  const block = [...detailAcrossLines.keys()].find((name) => natureOfBlock(name) === nature);
  const written = block === undefined ? undefined : base.root.children.get(block);
  const found = written?.children.get(fund) ?? (fund === defaultFund ? written : undefined);
  return found && linesOf(found)?.written ? found : undefined;
}
