/** What the faces need of project files (fiscal.json): nothing of the parser is loaded for it. */
export {
  isExcluded,
  nameFrom,
  namesBelow,
  projectFileName,
  projectFilesAbove,
  uriInProject,
} from './project/find-project.js';
export { type NamePart, nameParts, type Project, readProject } from './project/project.js';
export {
  type BaselineEntry,
  baselineText,
  compareWithBaseline,
  missingBaseline,
  readBaseline,
} from './project/baseline.js';
export { type FindingIdentity, identityOf, keyOf, type Naming } from './project/finding-identity.js';
export { filledName } from './project/filled-name.js';
export { levelKeys, outputKeys, projectKeys } from './project/project-keys.js';
export { filesOfPattern, folderOfPatterns, type FolderEntry } from './project/walk-pattern.js';
export { hasWildcards } from './project/wildcards.js';
export { Projects } from './load/projects.js';
export { severityWords } from './lower/severity-words.js';
