export { parse } from './parser.js';
export { load, type Source, type SourceHost, type Workspace } from './load/workspace.js';
