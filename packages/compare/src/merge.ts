/** Merging versions of a source; the parser is needed for it. */
export { type Merged, mergeTexts } from './merge/merge-texts.js';
