import { type Finding, type Report, type RichText } from '@fiscal/core';
import { textNotPrinted } from './unprinted.js';

/** D015: texts under names of the author's own that neither the template nor another text ever names. */
export function unusedTextFindings({ base, template, texts }: Report): Finding[] {
  if (!template || template.content.length === 0) return [];
  const { content, phrases, name: chosen } = template;
  const places: unknown[] = [texts.map(({ pieces }) => pieces), content, [...phrases.values()]];
  return [...base.root.texts].flatMap(([name, text]: [string, RichText]) =>
    places.some((place) => names(place, name)) ? [] : [textNotPrinted(name, text.origin, chosen)],
  );
}

/** Whether a path in these expressions has the name as one of its steps. */
function names(place: unknown, name: string): boolean {
  if (typeof place !== 'object' || place === null) return false;
  if ('segments' in place) return (place.segments as { name: string }[]).some((one) => one.name === name);
  return Object.entries(place).some(([key, value]) => key !== 'origin' && names(value, name));
}
