import {
  convert,
  Decimal,
  everyFact,
  type Fact,
  type FactBase,
  factBelow,
  finalAccounts,
  formatPlain,
  isMoneyUnit,
  Known,
  lastYear,
  measureOf,
  pathNames,
  reason,
  type Report,
  richTextSource,
  roundTo,
  settleFact,
  type Subject,
  subjectAt,
} from '@fiscal/core';
import type { SubjectChange } from '../changes.js';
import { type Pairs, pairSubjects } from '../pair/pairs.js';
import { Places } from '../places.js';
import { comparison, withMeasure } from '../typed/figures.js';
import { subjectChanges } from '../typed/subjects.js';
import type { CopiedText, Thresholds, YearChanges, YearFigure } from './year-changes.js';

/** This year's report set against last year's: where they do not fit, and what a reader will ask about. */
export function compareYears(old: Report, next: Report, thresholds: Thresholds): YearChanges {
  const [before, now] = [old.base, next.base];
  const pairs = pairSubjects(before, now);
  const places = new Places(before, now);
  const years = new Years(before, pairs, places);
  const facts = [...everyFact(now)];
  return {
    restated: facts.flatMap((fact) => years.restated(fact) ?? []),
    jumped: facts.flatMap((fact) => years.jumped(fact, thresholds) ?? []),
    subjects: subjectsThatCameAndWent(pairs, places).filter((change) => isReal(change, before, now)),
    copied: facts.flatMap((fact) => years.copied(fact) ?? []),
  };
}

const told = new Set<SubjectChange['sort']>(['project', 'unit', 'line']);

function subjectsThatCameAndWent(pairs: Pairs, places: Places): SubjectChange[] {
  return subjectChanges(pairs, places).filter(
    (change): change is SubjectChange => change.kind === 'subject' && told.has(change.sort),
  );
}

/** What a unit's report says of a line is said of it, though this year's report does not name it. */
function isReal({ change, path }: SubjectChange, before: FactBase, now: FactBase): boolean {
  const other = change === 'added' ? before : now;
  const subject = change === 'renamed' || change === 'moved' ? undefined : subjectAt(other, pathNames(path));
  const { value } = subject ? settleFact(measureOf(subject, finalAccounts)) : {};
  return value === undefined || value.isZero();
}

class Years {
  constructor(
    private readonly before: FactBase,
    private readonly pairs: Pairs,
    private readonly places: Places,
  ) {}

  /** 上年 is stated, and last year's report comes to something else, whatever rounding may explain. */
  restated(fact: Fact): YearFigure | undefined {
    const { subject, measure, statements } = fact;
    const [statement] = statements;
    if (measure !== lastYear || statement?.value === undefined) return undefined;
    const old = this.lastYears(measureOf(subject, finalAccounts));
    if (!old || isAsPrinted(old, statement.value, statement.decimals)) return undefined;
    return this.figure(fact, old, statement.value);
  }

  /** The author wrote the figure in either year, and nobody says why it is so different. */
  jumped(fact: Fact, { amount, rate }: Thresholds): YearFigure | undefined {
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
    const old = this.pairs.of.get(subject)?.old;
    return [subject, old].some((one) => one?.facts.size);
  }

  /** What the same figure was last year, in this year's unit. */
  private lastYears({ subject, measure, unit }: Fact): Decimal | undefined {
    const old = this.pairs.of.get(subject)?.old ?? factBelow(this.before.root, subject.names)?.subject;
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
