import {
  convert,
  Decimal,
  type Fact,
  type FactBase,
  finalAccounts,
  formatPlain,
  isMoneyUnit,
  Known,
  lastYear,
  measureOf,
  type Path,
  reason,
  richTextSource,
  roundTo,
  settleFact,
  type Subject,
  subjectAt,
} from '@fiscal/core';
import type { Pairs } from '../pair/pairs.js';
import type { Places } from '../places.js';
import { comparison, withMeasure } from '../typed/figures.js';
import type { CopiedText, Thresholds, YearFigure } from './year-changes.js';
import { isWrittenAt } from './written.js';

/** Figures of this year's report beside those of last year's. */
export class YearFigures {
  constructor(
    private readonly before: FactBase,
    private readonly pairs: Pairs,
    private readonly places: Places,
    /** What units say of last year is told of them. */
    private readonly isToldOfUnits: boolean,
  ) {}

  /** 上年 is stated, and last year's report comes to something else, whatever rounding may explain. */
  restated(fact: Fact): YearFigure | undefined {
    const { subject, measure, statements } = fact;
    if (measure !== lastYear) return undefined;
    const [statement] = statements;
    const old = this.lastYears(measureOf(subject, finalAccounts));
    if (!old) return undefined;
    if (!statement) return this.restatedByUnits(fact, old);
    if (!statement.value || isAsPrinted(old, statement.value, statement.decimals)) return undefined;
    return this.figure(fact, old, statement.value);
  }

  /** What only units state, and adds up to something else than last year's report of the department. */
  private restatedByUnits(fact: Fact, old: Decimal): YearFigure | undefined {
    const { base, names } = fact.subject;
    if (this.isToldOfUnits || base.prior || !base.units.some((unit) => isStated(unit, names)))
      return undefined;
    const known = settleFact(fact);
    if (!(known instanceof Known) || (known.low.lte(old) && old.lte(known.high))) return undefined;
    return this.figure(fact, old, known.value);
  }

  /** Large changes without a reason; a part that is all of what it is a part of goes without saying. */
  jumped(facts: readonly Fact[], thresholds: Thresholds): YearFigure[] {
    const found = new Map<Subject, YearFigure>();
    for (const fact of facts) {
      const jump = this.jump(fact, thresholds);
      const whole = fact.subject.parent && found.get(fact.subject.parent);
      if (!jump || (whole && whole.old === jump.old && whole.new === jump.new)) continue;
      found.set(fact.subject, jump);
    }
    return [...found.values()];
  }

  /** The author wrote the figure in either year, and nobody says why it is so different. */
  private jump(fact: Fact, { amount, rate }: Thresholds): YearFigure | undefined {
    const { subject, measure, unit } = fact;
    if (measure !== finalAccounts || !isMoneyUnit(unit)) return undefined;
    const [old, now] = [this.lastYears(fact), settleFact(fact)];
    if (!old || !(now instanceof Known) || !this.isWritten(fact) || hasReason(subject)) return undefined;
    const difference = now.value.minus(old);
    const isLarge = difference.abs().gte(amount);
    const isSteep = old.isZero() || difference.abs().times(100).gte(old.abs().times(rate));
    return isLarge && isSteep && !difference.isZero() ? this.figure(fact, old, now.value) : undefined;
  }

  /** The reason of last year stands for a change that went the other way. */
  copied(fact: Fact): CopiedText | undefined {
    const { subject, measure, unit, decimals } = fact;
    const text = measure === finalAccounts ? subject.texts.get(reason) : undefined;
    const old = text && this.pairs.of.get(subject)?.old;
    const oldText = old?.texts.get(reason);
    if (!text || !old || !oldText || richTextSource(text) !== richTextSource(oldText)) return undefined;
    const change = changeOf(old);
    const before = change && convert(change, measureOf(old, measure).unit, unit);
    const now = changeOf(subject);
    if (!before || !now || before.isZero() || before.s === now.s) return undefined;
    const place = this.places.of(this.pairs.of.get(subject)!);
    return {
      ...{ path: place.path, label: place.label, block: place.block, name: reason },
      text: richTextSource(text),
      ...{ before: formatPlain(before), now: formatPlain(now), unit, decimals },
      origin: text.origin,
    };
  }

  private isWritten({ subject }: Fact): boolean {
    const old = this.oldOf(subject);
    return [subject, old].some((one) => one && isWrittenAt(one.base, one.names));
  }

  private oldOf(subject: Subject): Subject | undefined {
    return this.pairs.of.get(subject)?.old ?? subjectAt(this.before, subject.names);
  }

  /** What the same figure was last year, in this year's unit. */
  private lastYears({ subject, measure, unit }: Fact): Decimal | undefined {
    const old = this.oldOf(subject);
    const fact = old && measureOf(old, measure);
    const { value } = fact ? settleFact(fact) : {};
    return value && fact && convert(value, fact.unit, unit);
  }

  private figure(fact: Fact, old: Decimal, now: Decimal): YearFigure {
    const pair = this.pairs.of.get(fact.subject) ?? { new: fact.subject, kind: 'same' as const };
    const { path, label, block } = withMeasure(this.places.of(pair), fact.measure);
    const origin = fact.statements[0]?.origin ?? fact.subject.origin;
    const { difference = '0', rate } = comparison(old, now);
    return {
      ...{ path, label, block, unit: fact.unit, decimals: fact.decimals },
      ...{ old: formatPlain(old), new: formatPlain(now), difference, ...(rate && { rate }) },
      ...(origin && { origin }),
    };
  }
}

/** The report of a unit, or of one of its own, states 上年 there. */
function isStated(unit: FactBase, names: Path): boolean {
  const said = unit.find(names)?.facts.get(lastYear)?.statements ?? [];
  return said.length > 0 || unit.units.some((one) => isStated(one, names));
}

/** Equal, as far as the digits of the statement tell. */
function isAsPrinted(old: Decimal, stated: Decimal, decimals: number | undefined): boolean {
  return stated.eq(decimals === undefined ? old : roundTo(old, decimals));
}

/** A reason of the figure itself, of what stands above it, or of its 增减额. */
function hasReason(subject: Subject): boolean {
  if (subject.texts.has(reason) || subject.children.get('增减额')?.texts.has(reason)) return true;
  return subject.parent !== undefined && hasReason(subject.parent);
}

/** By how much a figure changed against the year before its report's. */
function changeOf(subject: Subject): Decimal | undefined {
  const [now, before] = [finalAccounts, lastYear].map(
    (measure) => settleFact(measureOf(subject, measure)).value,
  );
  return now && before && now.minus(before);
}
