import {
  blocksAt,
  type Fact,
  type FactBase,
  finalAccounts,
  type Finding,
  formatFixed,
  hasOwnTemplate,
  newFinding,
  newMessage,
  type Origin,
  qualifies,
  type Report,
  type Subject,
  subjectLabel,
  unknownNames,
} from '@fiscal/core';
import { words } from '../words.js';
import type { Composition } from './compose.js';
import { type UnprintedFigure, unprintedFigures } from './unprinted-figures.js';
import { unprintedNames, unprintedWords } from './unprinted-words.js';

/** Something that the author wrote and that the document does not show. */
interface Unprinted {
  subject: Subject;
  /** 上年, 原因 */
  measure: string;
  origin: Origin;
  /** It is not lost: what is printed was computed with it. */
  isComputedWith?: boolean;
  /** A rate of another base: what was written, and what is printed. */
  instead?: { written: string; printed: string };
}

/**
 * D015: what a report states and its template does not print, once for each block and measure. Nothing is said where a
 * part of the report or of the template is not understood: it may be what would print it.
 */
export function unprintedFindings(
  report: Report,
  composition: Composition,
  unknown = unknownNamesOf(report),
): Finding[] {
  const { base, template } = report;
  if (!template || template.content.length === 0 || isUnread(report)) return [];
  if ([...composition.findings, ...unknown].some(({ severity }) => severity === 'error')) return [];
  const figures = unprintedFigures(report, composition).map(ofFigure);
  const unsaid = unprintedWords(base.root, composition.said);
  const told = new Set([...figures, ...unsaid].map(({ subject }) => subject));
  const names = unprintedNames(base.root, composition.said, told);
  const lost = withTheirOwners([...figures, ...unsaid, ...names]);
  const groups = groupedBy(lost, (one) =>
    [...blockOf(base, one.subject), one.subject === base.root ? '' : '·', one.measure, codeOf(one)].join(' '),
  );
  return groups.map((group) => finding(base, group, template.name));
}

/** The names of a library's template are known to be right. */
function unknownNamesOf(report: Report): Finding[] {
  return hasOwnTemplate(report) ? unknownNames(report.template!, report.base) : [];
}

function isUnread({ base: { unread } }: Report): boolean {
  return unread.blocks.size + unread.lines.size > 0;
}

function ofFigure({ fact, isComputedWith, instead }: UnprintedFigure): Unprinted {
  const { subject, measure, statements } = fact;
  const unprinted = { subject, measure, origin: statements[0]!.origin, isComputedWith };
  return instead === undefined
    ? unprinted
    : { ...unprinted, instead: { written: written(fact), printed: instead } };
}

function written({ statements: [statement], unit }: Fact): string {
  const { value, decimals } = statement!;
  return formatFixed(value!, decimals ?? value!.decimalPlaces()) + unit;
}

/** ≥ 8 次, 产出 数量: words that order or qualify what is not printed either are told with it. */
function withTheirOwners(all: readonly Unprinted[]): Unprinted[] {
  const owners = new Map<Subject, Unprinted>();
  for (const one of all)
    if (!qualifies(one.measure) && !owners.has(one.subject)) owners.set(one.subject, one);
  return all.map((one) => {
    const owner = qualifies(one.measure) ? owners.get(one.subject) : undefined;
    return owner ? { ...owner, origin: one.origin } : one;
  });
}

function groupedBy<T>(all: readonly T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups.values()];
}

function finding(base: FactBase, group: readonly Unprinted[], template: string): Finding {
  const [{ subject, measure, origin }] = group as [Unprinted];
  if (subject === base.root) return textNotPrinted(measure, origin, template);
  const block = blockOf(base, subject).join(' ');
  const told = listed([...new Set(group.map(itemOf))]);
  const places = group.slice(1).map((one) => one.origin);
  return newFinding('D015', origin, {
    kind: 'message',
    code: codeOf(group[0]!),
    parameters: { block, items: told, measure, template },
    suggestions: [],
    ...(places.length > 0 && { places }),
  });
}

/** 2012601 行政运行 · 2012601 行政运行写 150%，印 75% */
function itemOf({ subject, instead }: Unprinted): string {
  const label = subjectLabel(subject);
  return instead ? words.printedInstead(label, instead.written, instead.printed) : label;
}

function codeOf({ measure, isComputedWith, instead }: Unprinted) {
  if (instead) return 'rate-of-another-base';
  if (isComputedWith) return measure === finalAccounts ? 'item-computed-with' : 'measure-computed-with';
  return measure === finalAccounts ? 'item-not-printed' : 'measure-not-printed';
}

const computedWith: ReadonlySet<string> = new Set(['item-computed-with', 'measure-computed-with']);

/** It told of figures with which something printed was computed: nothing is lost of them. */
export function isOfUsedFigures({ data }: Finding): boolean {
  return data.kind === 'message' && computedWith.has(data.code);
}

/** A text under a name of the author's own. */
export function textNotPrinted(name: string, origin: Origin, template: string): Finding {
  return newMessage('D015', origin, 'text-not-printed', { name, template });
}

function listed(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join('、')}等 ${names.length} 项` : names.join('、');
}

function blockOf(base: FactBase, { names }: Subject): readonly string[] {
  return blocksAt(base, names)[0] ?? names.slice(0, 1);
}
