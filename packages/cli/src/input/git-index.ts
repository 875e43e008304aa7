import { isDynamicPattern } from 'tinyglobby';
import { resolve, sep } from 'node:path';
import { Failure } from '../failure.js';
import type { Io } from '../io.js';
import { messages } from '../messages.zh.js';
import { relativePath } from '../output/place.js';
import { isFiscal } from './find-files.js';
import { Git } from './git.js';
import { GitBlobs } from './git-blobs.js';
import { diskStore } from './text-store.js';

/** Names of what was added, copied, changed, renamed or became another kind of file: whatever the commit will hold. */
const staged = ['diff', '--cached', '--name-only', '-z', '--diff-filter=ACMRT'];

/** What the next commit will hold; a file that git does not know is taken from the disk. */
export class GitIndex extends GitBlobs {
  readonly blobs: ReadonlyMap<string, string>;

  /** Throws a Failure where there is no repository, or no git. */
  constructor({ cwd, env }: Pick<Io, 'cwd' | 'env'>, git = new Git({ cwd, env }, '--staged')) {
    super(git, cwd, diskStore(cwd));
    const blobs = new Map<string, string>();
    for (const entry of git.list(['ls-files', '--stage', '-z'])) {
      const [, mode, blob, stage, name] = /^(\d+) (\S+) (\d)\t([\s\S]*)$/.exec(entry) ?? [];
      // A link holds a path, not a text; what is in conflict has no content yet.
      if (mode?.startsWith('100') && stage === '0') blobs.set(resolve(git.root, name!), blob!);
    }
    this.blobs = blobs;
  }

  /** Sources that the next commit changes. */
  changed(): string[] {
    const paths = this.git.list(staged).map((name) => resolve(this.git.root, name));
    // Not a link, which would lead to what is not staged, nor another repository in a folder of that name.
    return paths.filter((path) => isFiscal(path) && this.blobs.has(path)).sort();
  }

  /** The file, all sources of the folder, or those that match the pattern, as far as git knows them. */
  filesAt(operand: string): string[] {
    const path = resolve(this.cwd, operand);
    const isPattern = !this.blobs.has(path) && isDynamicPattern(operand);
    const inside = isPattern ? this.matching(operand) : this.sourcesAt(path);
    if (inside.length === 0) throw new Failure(messages.notInIndex(relativePath(path, this.cwd)));
    return inside.sort();
  }

  /** git's own patterns mean what those of the shell and of this program do. */
  private matching(pattern: string): string[] {
    const pathspec = `:(glob)${pattern.split(sep).join('/')}`;
    const listed = this.git.list(['ls-files', '--cached', '-z', '--', pathspec], this.cwd);
    const paths = listed.filter(isFiscal).map((name) => resolve(this.cwd, name));
    return [...new Set(paths)].filter((path) => this.blobs.has(path));
  }
}
