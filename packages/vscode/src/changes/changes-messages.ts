import type { ChangedReport } from '@fiscal/server/protocol';
import type { Messages } from '../messages/chinese.js';
import type { Place } from '../preview/preview-messages.js';

/** What the page of changes is told: what became of the reports, and the words around it. */
export interface ToChanges {
  name: string;
  reports: readonly ChangedReport[];
  words: Messages['changesPage'];
}

export type FromChanges = { type: 'ready' } | { type: 'reveal'; place: Place; isOld?: true };
