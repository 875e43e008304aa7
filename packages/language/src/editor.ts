/**
 * What only a language server needs: the services of the language and its syntax tree.
 * Everything else reads reports through the main entry.
 */
export { adoptServices, FiscalModule, prepareParser } from './parser.js';
export { FiscalGeneratedModule, FiscalGeneratedSharedModule } from './generated/module.js';
export { reparse } from './reparse/reparse.js';
export * as ast from './generated/ast.js';
export { normalizeName } from './lower/expressions.js';
export { conflictVersions } from './lexer/conflicts.js';
export { unquote } from './lower/texts.js';
export { layered } from './library/lazy-map.js';
export { librarySource, standardLibrary } from './library/library.js';
export { usualSubjects } from '@fiscal/library';
export { ownHeadings } from './library/own-headings.js';
export { resolveUri } from './load/resolve-uri.js';
export { displayWidth } from './format/display-width.js';
export { formatWithin } from './format/format-within.js';
export { allTokens, canonicalImage } from './format/tokens.js';
export { isBareName } from '@fiscal/core';
export { quotedIfNeeded } from './write/quoted-name.js';
export { type TextEdit, removalOf, safeEdits } from './write/safe-edits.js';
export { canonicalUnit } from './lower/figures.js';
