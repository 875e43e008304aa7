import type { Finding, Report } from '@fiscal/core';
import { namesIn, stepsIn } from './names-in.js';
import { textNotPrinted } from './unprinted.js';

/** D015: texts under names of the author's own that neither the template nor another text ever names. */
export function unusedTextFindings({ base, template, texts }: Report): Finding[] {
  if (!template || base.root.texts.size === 0) return [];
  const ofTemplate = template.printed?.names ?? namesIn(template);
  const known = new Set([...ofTemplate, ...stepsIn(texts.map(({ pieces }) => pieces))]);
  return [...base.root.texts].flatMap(([name, text]) =>
    known.has(name) ? [] : [textNotPrinted(name, text.origin, template.name)],
  );
}
