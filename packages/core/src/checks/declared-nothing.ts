import type { Finding } from '../findings/finding.js';
import { newMessage } from '../findings/new-finding.js';
import { childAt, measureOf, resolveFact } from '../knowledge/ask.js';
import { Known } from '../knowledge/resolved.js';
import type { Fact } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import { labelOf } from '../model/label.js';
import type { Subject } from '../model/subject.js';
import { formatDeclared } from '../number/format.js';
import { finalAccounts, fundClosing, fundOpening } from '../vocabulary/measures.js';
import type { Judgements } from './relations/judgements.js';
import { deniedBySide, isJudged } from './relations/relation.js';
import { grandTotal, total } from '../vocabulary/totals.js';

/** How an author says that a whole block did not arise. */
const declarations = { none: '未发生', inapplicable: '不适用' } as const;

/**
 * D016: a block is said not to have arisen, and by what is written elsewhere there is something of it. Where a relation
 * tells it, that is enough.
 */
export function* declaredNothingFindings(base: FactBase, judgements: Judgements): Generator<Finding> {
  const told = toldByRelations(judgements);
  for (const block of base.root.children.values()) {
    const declared = block.facts.get(finalAccounts);
    const word = declared && wordOf(declared);
    if (!word || told.has(declared)) continue;
    const [fact] = [...followingFor(block)].filter((one) => !told.has(one));
    if (fact) yield contradiction('nothing-but-following', declared, word, fact);
    else yield* deniedUnits(block, declared, word);
  }
  yield* deniedParts(judgements);
}

/** 国有资产 未发生 of a department one unit of which has some. */
function* deniedUnits({ base, name }: Subject, declared: Fact, word: string): Generator<Finding> {
  for (const unit of base.units) {
    const fact = firstStated(unit.root.children.get(name));
    if (fact) return yield contradiction('nothing-but-unit', declared, word, fact, unit.name);
  }
}

/** A figure of the year that is written in the block, and is not nothing. */
function firstStated(subject: Subject | undefined): Fact | undefined {
  if (!subject) return undefined;
  const own = subject.facts.get(finalAccounts);
  if (own?.statements.some(({ value }) => value?.isZero() === false)) return own;
  for (const child of subject.children.values()) {
    const found = firstStated(child);
    if (found) return found;
  }
  return undefined;
}

/** 三公经费 不适用 beside 30217 公务接待费 0.30, or a unit's: of each word the first figure that contradicts it. */
function* deniedParts({ relations }: Judgements): Generator<Finding> {
  const told = new Set<Fact>();
  for (const { relation } of relations) {
    const { denied, part } = deniedBySide(relation) ?? {};
    if (!denied || !part || told.has(denied)) continue;
    told.add(denied);
    const { base } = part.subject;
    const isOfUnit = base !== denied.subject.base;
    const code = isOfUnit ? 'nothing-but-unit' : 'nothing-but-part';
    const finding = contradiction(code, denied, wordOf(denied)!, part, base.name);
    yield { ...finding, severity: relation.severity };
  }
}

/** Figures of relations that fail, or cannot be judged, which is told as well. */
function toldByRelations({ relations }: Judgements): ReadonlySet<Fact> {
  const told = relations.filter(
    ({ judgement }) => judgement && !(isJudged(judgement) && judgement.explains(judgement.difference)),
  );
  return new Set(
    told.flatMap(({ relation: { left, right } }) => [...left, ...right].map(({ fact }) => fact)),
  );
}

function wordOf({ statements }: Fact): string | undefined {
  const state = statements[0]?.state;
  return state === 'none' || state === 'inapplicable' ? declarations[state] : undefined;
}

/** What the block comes to by the other blocks: 财政拨款收支, 结转结余. */
function* followingFor(block: Subject): Generator<Fact> {
  for (const name of [grandTotal, total]) {
    const sum = childAt(block, name);
    if (!sum) continue;
    for (const measure of [finalAccounts, fundOpening, fundClosing]) {
      const fact = measureOf(sum, measure);
      if (isSomething(fact)) yield fact;
    }
  }
}

function isSomething(fact: Fact): boolean {
  const resolved = resolveFact(fact);
  return resolved instanceof Known && !resolved.value.isZero();
}

function contradiction(code: string, declared: Fact, word: string, fact: Fact, owner = ''): Finding {
  const { origin } = declared.statements[0]!;
  const { value } = resolveFact(fact);
  const parameters = {
    owner,
    block: isTotal(declared.subject) ? declared.subject.parent!.names.join(' ') : labelOf(declared),
    word,
    label: labelOf(fact),
    value: formatDeclared(value!, fact.decimals),
    unit: fact.unit,
  };
  return newMessage('D016', origin, code, parameters);
}

/** 三公经费 不适用: said of the block, and kept as its 合计. */
function isTotal({ name, parent }: Subject): boolean {
  return (name === total || name === grandTotal) && parent?.parent !== undefined;
}
