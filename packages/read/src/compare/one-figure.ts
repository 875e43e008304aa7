import type { Difference } from './differences.js';

const oneFigure = /^(\d[\d,]*(?:\.\d+)?)(%?)$/;

/** One figure in place of another of its kind, without separators. */
export function figuresOf({ own, wanted }: Difference): { own: string; wanted: string } | undefined {
  const [, said, percent] = oneFigure.exec(own.text) ?? [];
  const [, meant, wantedPercent] = oneFigure.exec(wanted.text) ?? [];
  if (said === undefined || meant === undefined || percent !== wantedPercent) return undefined;
  return { own: said.replaceAll(',', ''), wanted: meant.replaceAll(',', '') };
}
