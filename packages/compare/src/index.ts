export * from './changes.js';
export {
  compare,
  compareAlone,
  compareDefinitions,
  type DefinedVersion,
  noChanges,
  type Version,
} from './compare.js';
export type { Definitions } from './typed/definitions.js';
export { withoutRestated } from './without-restated.js';
export { isWorse } from './worse.js';
export { tellSharedOnce } from './shared-acceptances.js';
export { markMovesBetween } from './moved-between.js';
export type { Line } from './told/lines.js';
export {
  countsOf,
  isSame,
  type Outline,
  outlineOf,
  titleOf,
  type Section,
  type ToldChange,
  type ToldFinding,
  type ToldTogether,
} from './told/outline.js';
export {
  alignTexts,
  type Piece,
  type SentenceChange,
  sentenceChanges,
  wordPieces,
} from './told/sentences.js';
export { compareYears, isSameYears } from './years/compare-years.js';
export type { CopiedText, Thresholds, YearChanges, YearFigure } from './years/year-changes.js';
export { yearsOutline } from './years/years-outline.js';
