import { resolve, sep } from 'node:path';
import { Failure } from '../failure.js';
import { messages } from '../messages.zh.js';
import type { Git } from './git.js';
import { GitBlobs } from './git-blobs.js';
import { diskStore, type TextStore } from './text-store.js';

/** All files of a revision; what lies outside of the repository is taken from the disk. */
export class GitTree extends GitBlobs {
  readonly blobs: ReadonlyMap<string, string>;

  constructor(git: Git, cwd: string, revision: string) {
    super(git, cwd, outside(git.root, diskStore(cwd)));
    const blobs = new Map<string, string>();
    for (const entry of git.list(['ls-tree', '-r', '-z', '--full-tree', revision])) {
      const [, mode, blob, name] = /^(\d+) blob (\S+)\t([\s\S]*)$/.exec(entry) ?? [];
      if (mode?.startsWith('100')) blobs.set(resolve(git.root, name!), blob!);
    }
    this.blobs = blobs;
  }
}

/** A revision does not have what only lies in the folder now. */
function outside(root: string, store: TextStore): TextStore {
  const isInside = (path: string) => path.startsWith(root + sep);
  return {
    realPath: (path) => (isInside(path) ? undefined : store.realPath(path)),
    read: (path) => {
      if (isInside(path)) throw new Failure(messages.notInRevision(path));
      return store.read(path);
    },
    list: (path) => (isInside(path) ? [] : store.list(path)),
  };
}
