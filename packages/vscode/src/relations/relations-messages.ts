import type { FactsResult } from '@fiscal/server/protocol';
import type { Messages } from '../messages/chinese.js';
import type { Place } from '../preview/preview-messages.js';

/** What the page of relations is told: rows and the words around them. */
export interface ToRelations {
  relations: FactsResult['relations'];
  words: Messages['relationsPage'];
}

export type FromRelations = { type: 'ready' } | { type: 'reveal'; place: Place };
