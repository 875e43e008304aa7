export * from './published/published.js';
export type { DocumentFile } from './extract/extract.js';
export { largestDocument, readableExtensions } from './extract/format-of.js';
export type { UnreadableReason } from './extract/unreadable.js';
export {
  type OwnTemplate,
  readDocuments,
  type ReadDocuments,
  type ReadFailure,
  type ReadOptions,
} from './read-documents.js';
export * from './reading/reading.js';
export { failureText, notesOf, summaryOf } from './write/told.zh.js';
export { documentPlaces, type DocumentPlaces } from './place/source-places.js';
export { destinationsOf } from './destinations.js';
export { documentFindings } from './compare/document-findings.js';
