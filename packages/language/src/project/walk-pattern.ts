import { resolveUri } from '../load/resolve-uri.js';
import { namesBelow } from './find-project.js';
import { hasWildcards, matchesPath } from './wildcards.js';

/** What lies in a folder: ordinary files and folders, no links. */
export interface FolderEntry {
  name: string;
  isDirectory: boolean;
}

/** More folders than these have no project. */
const mostFolders = 1000;

/**
 * The files that a pattern (单位/*.fiscal) in a file means, in the order of their paths; asks for what lies in folders,
 * whose uris it yields. What begins with a point, and `node_modules`, is nobody's report. Undefined where the pattern
 * leads out of the folder `within`, or through more folders than a project has.
 */
export function* filesOfPattern(
  base: string,
  pattern: string,
  within: string,
): Generator<string, string[] | undefined, readonly FolderEntry[]> {
  const names = pattern.split(/[\\/]/).filter((name) => name !== '' && name !== '.');
  const plain = names.findIndex(hasWildcards);
  const start = resolveUri(base, [...names.slice(0, plain), ''].join('/') || './');
  const rest = names.slice(plain);
  if (start === undefined || !start.startsWith(resolveUri(within, './') ?? within) || rest.includes('..'))
    return undefined;
  if (/^([\\/]|[A-Za-z]:)/.test(pattern)) return undefined;
  const found: string[] = [];
  const folders: string[][] = [[]];
  for (let visited = 0; folders.length > 0; visited++) {
    if (visited === mostFolders) return undefined;
    const path = folders.shift()!;
    for (const { name, isDirectory } of yield uriOf(start, [...path, ''])) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      const inner = [...path, name];
      if (!isDirectory) {
        if (matchesPath(inner, rest)) found.push(uriOf(start, inner));
      } else if (mayLieBelow(inner, rest)) folders.push(inner);
    }
  }
  return found.sort();
}

/** The folder that no pattern in a file leads out of: that of its project, else its own. */
export function folderOfPatterns(uri: string, project: { uri: string } | undefined): string {
  const file = project && namesBelow(project.uri, uri) ? project.uri : uri;
  return file.slice(0, file.lastIndexOf('/') + 1);
}

function mayLieBelow(path: readonly string[], pattern: readonly string[]): boolean {
  const deep = pattern.indexOf('**');
  if (deep >= 0 && path.length > deep) return matchesPath(path.slice(0, deep), pattern.slice(0, deep));
  return path.length < pattern.length && matchesPath(path, pattern.slice(0, path.length));
}

function uriOf(start: string, path: readonly string[]): string {
  // As uris of files are spelt everywhere else: only what would be read as something else is escaped.
  return start + path.map((name) => name.replace(/[%#?\\]/g, encodeURIComponent)).join('/');
}
