export { parse } from './parser.js';
export { load, type Source, type SourceHost, type Workspace } from './load/workspace.js';
export { type ListedRule, listRules, rulePage } from './load/rule-book.js';
export { formatText } from './format/format-text.js';
export { mend } from './write/mend.js';
export { rollForward } from './write/roll-forward.js';
export { skeleton } from './write/skeleton.js';
