import type { FiscalSharedServices } from './services.js';

/** Kinds of hints between the words of the source: `fiscal.inlayHints.<kind>`. */
export const hintKinds = ['totals', 'subjects', 'growth', 'completion'] as const;

export type HintKind = (typeof hintKinds)[number];

/** What an editor of 600 pixels shows in one row, in the usual size of letters. */
const defaultColumns = 74;

export interface HintSettings {
  /** The kinds that the user has not switched off. */
  kinds: ReadonlySet<HintKind>;
  /** No line becomes longer than this for a hint. A server is not told how wide the editor is. */
  columns: number;
}

export async function hintSettings({ workspace }: FiscalSharedServices): Promise<HintSettings> {
  const setting: unknown = await workspace.ConfigurationProvider.getConfiguration('fiscal', 'inlayHints');
  const { columns, ...switches } = (typeof setting === 'object' && setting !== null ? setting : {}) as Record<
    string,
    unknown
  >;
  return {
    kinds: new Set(hintKinds.filter((kind) => switches[kind] !== false)),
    columns: typeof columns === 'number' ? columns : defaultColumns,
  };
}
