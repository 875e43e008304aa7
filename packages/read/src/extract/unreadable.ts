/** Why a document cannot be read. */
export interface Unreadable {
  reason: UnreadableReason;
}

export type UnreadableReason =
  | 'unknown format'
  | 'empty'
  | 'broken'
  | 'encrypted'
  | 'too large'
  /** Pictures of pages, no text. */
  | 'scanned'
  /** .doc, .wps: the older format. */
  | 'old format';

export class UnreadableError extends Error {
  readonly unreadable: Unreadable;

  constructor(reason: UnreadableReason) {
    super(reason);
    this.unreadable = { reason };
  }
}
