import type { URI } from 'langium';

/** What editors and their extensions call the other side of a comparison: a version of a file that is no file. */
const schemes: ReadonlySet<string> = new Set([
  'fiscal-old',
  'git',
  'gitfs',
  'gitlens',
  'svn',
  'hg',
  'review',
  'pr',
  'githubpr',
  'merge-conflict.conflict-diff',
  'vscode-local-history',
  'chat-editing-text-model',
]);

/** An earlier version, shown beside the file: it is read, but nobody mends it, and it offers nothing to other files. */
export function isSnapshot({ scheme }: URI): boolean {
  return schemes.has(scheme);
}
