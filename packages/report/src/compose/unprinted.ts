import {
  type Attribute,
  blocksAt,
  type Fact,
  type FactBase,
  finalAccounts,
  type Finding,
  hasOwnTemplate,
  isChosenWord,
  newFinding,
  newMessage,
  type Origin,
  type Report,
  type RichText,
  type Subject,
  subjectLabel,
  unknownNames,
} from '@fiscal/core';
import type { Composition } from './compose.js';
import { unprintedFigures } from './unprinted-figures.js';

/** Something that the author wrote and that the document does not show. */
interface Unprinted {
  subject: Subject;
  /** 上年, 原因 */
  measure: string;
  origin: Origin;
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
  const figures = unprintedFigures(report, composition.document).map(ofFact);
  const texts = textsOf(base.root).filter(({ text }) => !composition.texts.has(text));
  const chosen = chosenWordsOf(base.root).filter(({ attribute }) => !composition.attributes.has(attribute));
  const groups = groupedBy([...figures, ...texts, ...chosen], ({ subject, measure }) =>
    [...blockOf(base, subject), subject === base.root ? '' : '·', measure].join(' '),
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

function ofFact({ subject, measure, statements: [first] }: Fact): Unprinted {
  return { subject, measure, origin: first!.origin };
}

function textsOf(subject: Subject): (Unprinted & { text: RichText })[] {
  const own = [...subject.texts].map(([measure, text]) => ({ subject, measure, origin: text.origin, text }));
  return [...own, ...[...subject.children.values()].flatMap(textsOf)];
}

function chosenWordsOf(subject: Subject): (Unprinted & { attribute: Attribute })[] {
  const own = [...subject.attributes]
    .filter(([measure]) => isChosenWord(measure))
    .map(([measure, attribute]) => ({ subject, measure, origin: attribute.origin, attribute }));
  return [...own, ...[...subject.children.values()].flatMap(chosenWordsOf)];
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
  const items = listed([...new Set(group.map((one) => subjectLabel(one.subject)))]);
  const code = measure === finalAccounts ? 'item-not-printed' : 'measure-not-printed';
  const places = group.slice(1).map((one) => one.origin);
  return newFinding('D015', origin, {
    kind: 'message',
    code,
    parameters: { block, items, measure, template },
    suggestions: [],
    ...(places.length > 0 && { places }),
  });
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
