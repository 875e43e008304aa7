import type { UnreadableReason } from '@fiscal/language';

/** A file that is there and of no use, thrown where a file system may only give a text or throw. */
export class UnreadableFile extends Error {
  constructor(readonly reason: UnreadableReason) {
    super(reason);
  }
}
