import type { Template } from '@fiscal/core';

/** Every name that stands in a path of a template's expressions. */
export function namesIn({ content, phrases }: Pick<Template, 'content' | 'phrases'>): string[] {
  return [...new Set([...stepsIn(content), ...stepsIn([...phrases.values()])])];
}

/** The steps of the paths in these expressions. */
export function* stepsIn(place: unknown): Generator<string> {
  if (typeof place !== 'object' || place === null) return;
  if ('segments' in place) for (const { name } of place.segments as { name: string }[]) yield name;
  else for (const [key, value] of Object.entries(place)) if (key !== 'origin') yield* stepsIn(value);
}
