export { parse } from './parser.js';
export { type FoundReport, startReport } from './load/new-report.js';
export { load, type Source, type Workspace } from './load/workspace.js';
export type { SourceHost, Unreadable, UnreadableReason } from './load/source-host.js';
export { type ListedRule, listRules, rulePage } from './load/rule-book.js';
export { formatText } from './format/format-text.js';
export { mend } from './write/mend.js';
export { rollForward } from './write/roll-forward.js';
export { skeleton } from './write/skeleton.js';
