import { type Finding, newMessage, type Phrase, type Template } from '@fiscal/core';
import type { LoweredFile, PendingTemplate } from './file.js';

/** Phrases of these files that nothing uses in any file at hand; one that a base has, too, is used there. */
export function unusedPhraseFindings(
  files: readonly LoweredFile[],
  all: readonly LoweredFile[],
  standard: ReadonlyMap<string, Template>,
): Finding[] {
  const used = new Set(all.flatMap(({ context }) => [...context.filters]));
  const known = all.flatMap(({ templates }) => templates);
  const told = ({ name, origin }: Phrase) => newMessage('Z043', origin, 'unused-phrase', { name });
  return files.flatMap(({ templates, phrases }) => [
    ...[...phrases.values()].filter(({ name }) => !used.has(name)).map(told),
    ...templates.flatMap(({ template, base }) =>
      [...template.phrases.values()]
        .filter(({ name }) => !used.has(name) && !(base && hasPhrase(base.name, name, known, standard)))
        .map(told),
    ),
  ]);
}

/** Whether a template has a phrase of its own or of what it is made from. */
function hasPhrase(
  template: string,
  phrase: string,
  known: readonly PendingTemplate[],
  standard: ReadonlyMap<string, Template>,
): boolean {
  if (standard.get(template)?.phrases.has(phrase)) return true;
  const others = known.filter((one) => one.template.name !== template);
  return known.some(
    (one) =>
      one.template.name === template &&
      (one.template.phrases.has(phrase) || (one.base && hasPhrase(one.base.name, phrase, others, standard))),
  );
}
