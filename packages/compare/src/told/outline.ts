import { type Finding, isSerious, messageOf, pathNames, pathText } from '@fiscal/core';
import type {
  Changes,
  DerivedChange,
  ForeignFigure,
  MetFinding,
  SubjectChange,
  TypedChange,
} from '../changes.js';
import { acceptanceLine, derivedLine, type Line, metLine, partLines, signed, typedLine } from './lines.js';
import { words } from './words.zh.js';

/** A typed change with what follows from it alone. */
export interface ToldChange {
  change?: TypedChange;
  line: Line;
  /** What is said of something that came or went. */
  parts: Line[];
  derived: Line[];
}

/** The changes of one block, under its name. */
export interface Section {
  title: string;
  changes: ToldChange[];
}

/** What follows from several changes, or from none in this report: told once, with the causes. */
export interface ToldTogether {
  why: string;
  lines: Line[];
}

/** Changes as every format tells them, in this order. */
export interface Outline {
  summary: string;
  sections: Section[];
  together: ToldTogether[];
  findings: ToldFinding[];
}

export interface ToldFinding {
  mark: Line['mark'];
  finding: Finding;
  /** What it said before, or how much it weighed where it says the same. */
  formerly?: string;
}

/** Of more causes than these the first are named. */
const mostCauses = 3;

/** The report that changes are of, or what a file holds instead of one. */
export function titleOf({ old, new: next = old, definitions }: Changes): string {
  if (next) return `${next.name} ${next.year}`;
  const file = definitions?.new ?? definitions?.old ?? '';
  return file.endsWith('.json') ? words.project : words.definitions;
}

export function outlineOf(changes: Changes): Outline {
  const alone = new Map<number, DerivedChange[]>();
  const together: DerivedChange[] = [];
  for (const one of followingOf(changes)) {
    const [cause, ...others] = one.causes;
    if (cause === undefined || others.length > 0 || one.elsewhere.length > 0) together.push(one);
    else alone.set(cause, [...(alone.get(cause) ?? []), one]);
  }
  return {
    summary: summaryOf(changes),
    sections: [...acceptanceSections(changes), ...typedSections(changes.typed, alone)],
    together: byCauses(together, changes.typed),
    findings: toldFindings(changes),
  };
}

/** Nothing was typed, nothing follows, no error or warning came or went; notes on order and layout may have. */
export function isSame({ acceptances, typed, derived, findings, whole }: Changes): boolean {
  const { new: found, gone, changed } = findings;
  const serious = [...found, ...gone, ...changed.map((one) => one.new)].filter(isSerious);
  return !whole && [acceptances, typed, derived, serious].every(({ length }) => length === 0);
}

/** What follows, but for the sums of something that came or went with all that is in it. */
function followingOf({ typed, derived }: Changes): DerivedChange[] {
  const whole = typed.flatMap((change) =>
    change.kind === 'subject' && (change.change === 'added' || change.change === 'removed')
      ? [change.path]
      : [],
  );
  if (whole.length === 0) return derived;
  const inside = new Set(whole);
  return derived.filter(({ path }) => !ownersOf(path).some((owner) => inside.has(owner)));
}

/** The texts of all paths that a path goes through, itself among them. */
function ownersOf(path: string): string[] {
  const names = pathNames(path);
  return names.map((_, index) => pathText(names.slice(0, index + 1)));
}

function summaryOf(changes: Changes): string {
  const { acceptances, findings, whole, new: next, old } = changes;
  if (whole && next) return words.added(next.kind, next.name, next.year, whole.figures);
  if (whole && old) return words.removed(old.kind, old.name, old.year, whole.figures);
  const serious = (all: readonly Finding[]) => all.filter(isSerious).length;
  const [found, gone] = [serious(findings.new), serious(findings.gone)];
  const [notes, goneNotes] = [findings.new.length - found, findings.gone.length - gone];
  const { typed, derived, elsewhere } = countsOf(changes);
  return [
    isSame(changes) ? words.noChanges : words.summary(typed, derived, found, gone),
    ...(elsewhere > 0 ? [words.elsewhere(elsewhere)] : []),
    ...metCounts(acceptances),
    ...(findings.changed.length > 0 ? [words.changedFindings(findings.changed.length)] : []),
    ...(notes + goneNotes > 0 ? [words.notes(notes, goneNotes)] : []),
  ].join('；');
}

/** How much was typed, what follows from it, and what was typed in files that the report is written after. */
export function countsOf(changes: Changes): { typed: number; derived: number; elsewhere: number } {
  const { acceptances, typed } = changes;
  const accepted = acceptances.filter(({ change, isElsewhere }) => change !== 'kept' && !isElsewhere).length;
  const defined = typed.filter((change) => change.kind === 'definition' && change.isElsewhere).length;
  return {
    typed: typed.length - defined + accepted,
    derived: followingOf(changes).length,
    elsewhere: defined + acceptances.filter(({ isElsewhere }) => isElsewhere).length,
  };
}

/** How many findings are not told any more, or told again, though nobody mended or made them. */
function metCounts(acceptances: Changes['acceptances']): string[] {
  const met = acceptances.flatMap((one) => one.met).filter(isOfWeight);
  return (['hidden', 'shown', 'weighed'] as const).flatMap((wanted) => {
    const count = met.filter(({ change }) => change === wanted).length;
    return count > 0 ? [words[wanted](count)] : [];
  });
}

function isOfWeight({ finding, old = finding }: MetFinding): boolean {
  return isSerious(finding) || isSerious(old);
}

function acceptanceSections({ acceptances }: Changes): Section[] {
  if (acceptances.length === 0) return [];
  const changes = acceptances.map((one) => ({
    line: acceptanceLine(one),
    parts: one.met.map(metLine),
    derived: [],
  }));
  return [{ title: words.acceptances, changes }];
}

function typedSections(
  typed: readonly TypedChange[],
  derived: ReadonlyMap<number, readonly DerivedChange[]>,
): Section[] {
  const sections = new Map<string, ToldChange[]>();
  for (const [index, change] of typed.entries()) {
    const title = sectionOf(change);
    const [rescaled, others] = parted(derived.get(index) ?? [], ({ effect }) => effect === 'rescaled');
    const following = others.map((one) => derivedLine(one, change.block));
    const parts = change.kind === 'subject' ? linesOfParts(change) : [];
    const line = withRemark(
      typedLine(change),
      rescaled.length > 0 ? words.alsoRescaled(rescaled.length) : '',
    );
    const told = { change, line, parts, derived: following };
    sections.set(title, [...(sections.get(title) ?? []), told]);
  }
  return [...sections].map(([title, changes]) => ({ title, changes }));
}

/** What is said as before of something that stands elsewhere now is neither new nor gone. */
function linesOfParts(change: SubjectChange): Line[] {
  const lines = partLines(change);
  return change.change === 'moved' ? lines.map((line) => ({ ...line, mark: '~' })) : lines;
}

function parted<T>(all: readonly T[], isWanted: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isWanted), all.filter((one) => !isWanted(one))];
}

function withRemark(line: Line, more: string): Line {
  return { ...line, remark: [line.remark, more].filter(Boolean).join('；') };
}

function sectionOf({ kind, block }: TypedChange): string {
  if (kind === 'definition') return words.definitions;
  return block === '' ? words.report : block;
}

/** Those of the same causes below each other; in the block of the causes its name goes without saying. */
function byCauses(derived: readonly DerivedChange[], typed: readonly TypedChange[]): ToldTogether[] {
  const groups = new Map<string, DerivedChange[]>();
  for (const one of derived) {
    const sources = (one.sources ?? []).map(({ report, label }) => `${report} ${label}`);
    const key = [...one.causes, ...one.elsewhere, ...sources].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => ({
    why: whyOf(group[0]!, typed),
    lines: group.map((one) => derivedLine(one)),
  }));
}

function whyOf({ causes, elsewhere, sources = [] }: DerivedChange, typed: readonly TypedChange[]): string {
  const named = causes.slice(0, mostCauses).map((cause) => causeText(typed[cause]!));
  const told = causes.length > named.length ? [words.more(named, causes.length)] : named;
  const others = elsewhere.map((report) => {
    const figures = sources.filter((one) => one.report === report);
    const isFew = figures.length > 0 && figures.length <= mostCauses;
    return isFew ? words.reportFigures(report, figures.map(foreignText)) : words.reportReferred(report);
  });
  const all = [...told, ...others];
  return all.length > 0 ? words.because(all) : words.unexplained;
}

/** 2130314 防汛·项目 +10.00. */
function foreignText({ label, difference, decimals }: ForeignFigure): string {
  return [label, signed(difference, decimals)].filter(Boolean).join(' ');
}

function causeText(change: TypedChange): string {
  const { label } = typedLine(change);
  return change.block === '' || label.startsWith(change.block) ? label : `${change.block} ${label}`;
}

function formerlyOf(old: Finding, finding: Finding): string {
  const said = messageOf(old);
  return said === messageOf(finding) ? words.severities[old.severity] : said;
}

function toldFindings({ findings }: Changes): ToldFinding[] {
  return [
    ...findings.new.map((finding) => ({ mark: '+', finding }) as const),
    ...findings.changed.map(
      ({ old, new: finding }) => ({ mark: '~', finding, formerly: formerlyOf(old, finding) }) as const,
    ),
    ...findings.gone.map((finding) => ({ mark: '-', finding }) as const),
  ];
}
