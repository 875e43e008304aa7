import type { FiscalSharedServices } from './services.js';

/** Kinds of hints between the words of the source: `fiscal.inlayHints.<kind>`. */
export const hintKinds = ['totals', 'subjects', 'growth', 'completion'] as const;

export type HintKind = (typeof hintKinds)[number];

/** The kinds that the user has not switched off. */
export async function wantedHints({ workspace }: FiscalSharedServices): Promise<ReadonlySet<HintKind>> {
  const setting: unknown = await workspace.ConfigurationProvider.getConfiguration('fiscal', 'inlayHints');
  const switches = (typeof setting === 'object' && setting !== null ? setting : {}) as Record<
    string,
    unknown
  >;
  return new Set(hintKinds.filter((kind) => switches[kind] !== false));
}
