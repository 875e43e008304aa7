import {
  Decimal,
  type Finding,
  isSerious,
  messageOf,
  type Operand,
  type Origin,
  pathText,
} from '@fiscal/core';
import { canonicalPath } from '../place/source-places.js';
import type { Place } from '../published/published.js';
import { spelled } from '../published/readable.js';
import type { OutlinedTable } from '../reading/outline.js';
import type { FigureStatement } from '../reading/reading.js';
import { blocksOf } from '../tables/table-pattern.js';
import { suspectsOf } from './found.js';

/** Rules that compare figures and words of one sentence: where its figures are told of already, that is the cause. */
const ofSentences = /^(?:T00\d|L011)$/;

/** A finding in a sentence that only repeats what others tell of the sentence, or of the figures that it rests on. */
export function isToldBy(
  finding: Finding,
  others: readonly Finding[],
  lines: readonly string[],
  restsOf: (finding: Finding) => readonly Origin[],
): boolean {
  if (!ofSentences.test(finding.rule)) return false;
  const rests = [finding.origin, ...restsOf(finding)];
  return others.some(
    (one) =>
      isSerious(one) &&
      (isInOneSentence(one.origin, finding.origin, lines) ||
        rests.some((place) => isOnePlace(place, one.origin)) ||
        suspectedPlaces(one).some(
          (place) =>
            rests.some((rest) => isOnePlace(place, rest)) ||
            (isVerdict(finding) && lineOf(place) === lineOf(finding.origin)),
        )),
  );
}

/** 决算数小于预算数, of the figures that its paragraph tells. */
function isVerdict({ data }: Finding): boolean {
  return data.kind === 'message' && data.code === 'contrary-verdict';
}

function suspectedPlaces({ data }: Finding): Origin[] {
  return suspectsOf(data).flatMap(({ origin }) => origin ?? []);
}

function isOnePlace({ range: a }: Origin, { range: b }: Origin): boolean {
  return a.start.line === b.start.line && a.start.character === b.start.character;
}

function isInOneSentence({ range: a }: Origin, { range: b }: Origin, lines: readonly string[]): boolean {
  if (a.start.line !== b.start.line) return false;
  const [from, to] = [a.start.character, b.start.character].sort((one, other) => one - other);
  return !lines[a.start.line]?.slice(from, to).includes('。');
}

/** Without what follows from another finding: what a figure that is wrong asks for, and what a gap was taken for. */
export function withoutConsequences(
  findings: readonly Finding[],
  figures: readonly FigureStatement[],
  originOf: (place: Place) => Origin,
): Finding[] {
  const serious = findings.filter(isSerious);
  const inDoubt = serious.flatMap((finding) =>
    isRelation(finding) ? suspectsOf(finding.data).map(({ path }) => path) : [],
  );
  const contradicted = new Set(
    serious.filter(({ rule }) => rule === 'L011').map(({ origin }) => lineOf(origin)),
  );
  const gaps = serious.flatMap(({ rule, data }) =>
    rule === 'D010' && data.kind === 'message' ? (data.parameters['found'] ?? []) : [],
  );
  const implied = new Set(figures.flatMap(({ path, isImplied }) => (isImplied ? pathText(path) : [])));
  // 决算数与预算数持平的主要原因是…: the reason stands there, with the wrong words before it.
  const isSaidThere = (subject: string) =>
    figures.some(
      ({ path, from, place }) =>
        from !== undefined &&
        isWithin(pathText(canonicalPath(path)), subject) &&
        contradicted.has(lineOf(originOf(place))),
    );
  return findings.filter((finding) => {
    const { data, rule, origin } = finding;
    if (rule !== 'D010' && gaps.some((gap) => messageOf(finding).includes(gap))) return false;
    // 其他资金 is what is left of what the document says of all money.
    if (data.kind === 'same' && data.statements.every(({ path }) => implied.has(path)))
      return !findings.some(
        (other) => other !== finding && other.data.kind === 'same' && lineOf(other.origin) === lineOf(origin),
      );
    if (data.kind !== 'condition') return true;
    const asked = data.missingText?.replace(/\.[^.]*$/, '');
    const subjects = [...data.operands.flatMap(pathsIn), ...(asked === undefined ? [] : [asked])];
    if (subjects.some((subject) => inDoubt.some((path) => isWithin(path, subject)))) return false;
    return asked === undefined || !isSaidThere(asked);
  });
}

/** Without sums that lack what an empty table would have: that it is empty is told. */
export function withoutWhatTablesLack(
  findings: readonly Finding[],
  tables: readonly OutlinedTable[],
): readonly Finding[] {
  const empty = findings.flatMap(({ data }) =>
    data.kind === 'message' && data.code === 'empty-table' ? (data.parameters['table'] ?? []) : [],
  );
  const blocks = tables.flatMap(({ title, read }) =>
    read && empty.includes(`「${spelled(title)}」`) ? [...blocksOf(read.pattern)] : [],
  );
  if (blocks.length === 0) return findings;
  return findings.filter(({ data }) => {
    const isShort = data.kind === 'sum' && !data.difference.startsWith('-');
    const operands = data.kind === 'sum' ? [...data.total, ...data.parts] : [];
    const paths = operands.flatMap((one) => [one.path, ...pathsIn(one)]);
    return !isShort || !paths.some((path) => blocks.some((block) => isWithin(path, block)));
  });
}

/** A row that is missing leaves a gap in each of its columns, and that is one gap. */
export function withoutOtherColumns(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ data, rule }) => {
    const gap = data.kind === 'sum' ? data.suspects?.find(({ kind }) => kind === 'missing') : undefined;
    if (!gap) return true;
    const key = `${rule} ${gap.operand.label}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** It is of that subject, or the subject itself. */
function isWithin(path: string, subject: string): boolean {
  return path === subject || path.startsWith(`${subject}.`);
}

function isRelation({ data }: Finding): boolean {
  return data.kind === 'sum' || data.kind === 'same' || data.kind === 'at-most';
}

function pathsIn({ path, sources = [] }: Operand): string[] {
  return [path, ...sources.flatMap(pathsIn)];
}

function lineOf({ range }: Origin): number {
  return range.start.line;
}

/** What a figure would have to be, were it the one for which a sum fails. */
export type Corrections = ReadonlyMap<string, readonly Decimal[]>;

export function correctionsIn(findings: readonly Finding[]): Corrections {
  const corrections = new Map<string, Decimal[]>();
  const note = (path: string, value: Decimal) =>
    corrections.set(path, [...(corrections.get(path) ?? []), value]);
  for (const finding of findings) {
    const { data } = finding;
    if (data.kind !== 'sum' || !isSerious(finding)) continue;
    for (const part of data.parts)
      for (const [path, value, sign] of writtenIn(part))
        note(path, new Decimal(value).plus(new Decimal(data.difference).times(sign)));
    const [total, ...others] = data.total;
    if (total && others.length === 0) note(total.path, new Decimal(data.expected));
  }
  return corrections;
}

/** What a part was computed from, or what it is itself. */
function writtenIn({
  path,
  value,
  sign,
  sources = [],
}: Operand): [path: string, value: string, sign: number][] {
  if (sources.length === 0) return [[path, value, sign]];
  return sources.flatMap(writtenIn).map(([own, digits, direction]) => [own, digits, direction * sign]);
}
