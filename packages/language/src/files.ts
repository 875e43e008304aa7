/** What whoever opens files needs to know of them; it loads nothing else of the language. */
export { type DecodedSource, decodeSource, largestSource } from './load/decode-source.js';
export type { FolderEntry } from './project/walk-pattern.js';
export { safeFileName } from './project/safe-file-name.js';
export {
  type FileKind,
  isNamedAs,
  leadsToItsKind,
  type SourceHost,
  type Unreadable,
  type UnreadableReason,
} from './load/source-host.js';
