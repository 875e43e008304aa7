import {
  finalAccounts,
  isForReaders,
  type Origin,
  type Said,
  schemaChild,
  schemaOf,
  type Subject,
} from '@fiscal/core';

/** A text, a word or a name of the author's that a document does not show. */
export interface UnprintedWord {
  subject: Subject;
  /** 用途, 类别; 决算 of a name. */
  measure: string;
  origin: Origin;
}

type Saying = UnprintedWord & { said: Said };

/** Texts, words and bare names of a subject and of all below it that are not among what is shown. */
export function unprintedWords(subject: Subject, shown: ReadonlySet<Said>): UnprintedWord[] {
  const own = [...textsOf(subject), ...wordsOf(subject), ...bareName(subject)];
  const below = [...subject.children.values()].flatMap((child) => unprintedWords(child, shown));
  return [...own.filter(({ said }) => !shown.has(said)), ...below];
}

function textsOf(subject: Subject): Saying[] {
  return [...subject.texts].map(([measure, said]) => ({ subject, measure, origin: said.origin, said }));
}

function wordsOf(subject: Subject): Saying[] {
  return [...subject.attributes]
    .filter(([measure]) => isForReaders(measure))
    .map(([measure, said]) => ({ subject, measure, origin: said.origin, said }));
}

/** 内设机构 { 办公室 }: of what is only named the name is all that is said. */
function bareName(subject: Subject): Saying[] {
  const { facts, texts, attributes, children } = subject;
  const isBare = facts.size + texts.size + attributes.size + children.size === 0;
  return isBare && !schemaOf(subject) ? ownName(subject) : [];
}

/**
 * Names of the author's own beside which something is said, none of which is told as lost: 项目 甲 of which only counts
 * are printed, 资金 区级 40.00 whose amount is that of the budget.
 */
export function unprintedNames(
  subject: Subject,
  shown: ReadonlySet<Said>,
  lost: ReadonlySet<Subject>,
): UnprintedWord[] {
  const below = [...subject.children.values()].flatMap((child) => unprintedNames(child, shown, lost));
  if (below.length > 0 || shown.has(subject) || isLost(subject, lost) || !saysSomething(subject))
    return below;
  const isOfForm = schemaChild(subject.parent && schemaOf(subject.parent), subject.name) !== undefined;
  return isOfForm || isMentioned(subject.name, shown) ? [] : ownName(subject);
}

/** In a text of the author's that is printed. */
function isMentioned(name: string, shown: ReadonlySet<Said>): boolean {
  return [...shown].some(
    (said) =>
      'pieces' in said && said.pieces.some((piece) => piece.kind === 'text' && piece.text.includes(name)),
  );
}

function isLost(subject: Subject, lost: ReadonlySet<Subject>): boolean {
  return lost.has(subject) || [...subject.children.values()].some((child) => isLost(child, lost));
}

function saysSomething({ facts, texts, attributes, children }: Subject): boolean {
  if (texts.size + attributes.size > 0) return true;
  if ([...facts.values()].some(({ statements }) => statements.some(({ value }) => value?.isZero() === false)))
    return true;
  return [...children.values()].some(saysSomething);
}

function ownName(subject: Subject): Saying[] {
  const { origin, parent, code } = subject;
  if (!origin || !parent || code !== undefined) return [];
  return [{ subject, measure: finalAccounts, origin, said: subject }];
}
