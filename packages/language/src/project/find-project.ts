import { resolveUri } from '../load/resolve-uri.js';
import type { Project } from './project.js';
import { matchesPath } from './wildcards.js';

export const projectFileName = 'fiscal.json';

/** Where the project file of a file may be: beside it, then in each folder above; the nearest one holds. */
export function projectFilesAbove(uri: string): string[] {
  const [, root, path] = /^([^:/?#]+:(?:\/\/[^/?#]*)?)\/([^?#]*)$/.exec(uri) ?? [];
  if (root === undefined || path === undefined) return [];
  const folders = path.split('/').slice(0, -1);
  return [...folders.keys(), folders.length]
    .reverse()
    .map((depth) => [root, ...folders.slice(0, depth), projectFileName].join('/'));
}

/** Whether the project file leaves a file, or the folder that it lies in, out. */
export function isExcluded(uri: string, project: Pick<Project, 'uri' | 'excluded'> | undefined): boolean {
  if (!project) return false;
  const path = namesBelow(project.uri, uri);
  if (!path) return false;
  return project.excluded.some((pattern) => {
    const names = pattern.split(/[\\/]/).filter((name) => name !== '' && name !== '.');
    return path.some((_, index) => names.length > 0 && matchesPath(path.slice(0, index + 1), names));
  });
}

/** The names on the way from the folder of one file to another; undefined where that lies elsewhere. */
export function namesBelow(file: string, uri: string): string[] | undefined {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  if (!uri.startsWith(folder)) return undefined;
  return uri.slice(folder.length).split('/').map(decoded);
}

/** A file as it is called from where another one lies: ../报告/甲.fiscal. */
export function nameFrom(file: string, uri: string): string {
  const [from, to] = [file.split('/').slice(0, -1), uri.split('/')];
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  // Another scheme, or another machine.
  if (shared < 3) return uri;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared).map(decoded)].join('/');
}

/** The uri of what a project file names: a path from where that lies. */
export function uriInProject(name: string, { uri }: Pick<Project, 'uri'>): string | undefined {
  return resolveUri(uri, name.split(/[\\/]/).map(encodeURIComponent).join('/'));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
