import { finalAccounts, isForReaders, type Origin, type Said, schemaOf, type Subject } from '@fiscal/core';

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
  const { origin, parent, code, facts, texts, attributes, children } = subject;
  const isBare = facts.size + texts.size + attributes.size + children.size === 0;
  if (!isBare || !origin || !parent || code !== undefined || schemaOf(subject)) return [];
  return [{ subject, measure: finalAccounts, origin, said: subject }];
}
