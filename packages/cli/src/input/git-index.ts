import { execFileSync } from 'node:child_process';
import { isDynamicPattern } from 'tinyglobby';
import { resolve, sep } from 'node:path';
import { Failure, UnreadableFailure } from '../failure.js';
import type { Io } from '../io.js';
import { messages } from '../messages.zh.js';
import { relativePath } from '../output/place.js';
import { type DecodedSource, largestSource } from '@fiscal/language/files';
import { decodeText } from './decode-text.js';
import { isFiscal } from './find-files.js';
import { diskStore, type TextStore } from './text-store.js';

/** Names of what was added, copied, changed, renamed or became another kind of file: whatever the commit will hold. */
const staged = ['diff', '--cached', '--name-only', '-z', '--diff-filter=ACMRT'];

/** Names of all files of a large repository, in bytes. */
const mostOutput = 1024 ** 3;

/** What the next commit will hold; a file that git does not know is taken from the disk. */
export class GitIndex implements TextStore {
  private readonly disk: TextStore;
  private readonly root: string;
  /** Ordinary files by absolute path, with the name of their content. */
  private readonly blobs = new Map<string, string>();

  /** Throws a Failure where there is no repository, or no git. */
  constructor(private readonly io: Pick<Io, 'cwd' | 'env'>) {
    this.disk = diskStore(io.cwd);
    // Not --show-toplevel: that resolves links, and the user's paths do not.
    this.root = resolve(io.cwd, this.git(['rev-parse', '--show-cdup'], io.cwd).toString().trimEnd());
    for (const entry of this.list(['ls-files', '--stage', '-z'])) {
      const [, mode, blob, stage, name] = /^(\d+) (\S+) (\d)\t([\s\S]*)$/.exec(entry) ?? [];
      // A link holds a path, not a text; what is in conflict has no content yet.
      if (mode?.startsWith('100') && stage === '0') this.blobs.set(resolve(this.root, name!), blob!);
    }
  }

  /** Sources that the next commit changes. */
  changed(): string[] {
    const paths = this.list(staged).map((name) => resolve(this.root, name));
    // Not a link, which would lead to what is not staged, nor another repository in a folder of that name.
    return paths.filter((path) => isFiscal(path) && this.blobs.has(path)).sort();
  }

  /** The file, all sources of the folder, or those that match the pattern, as far as git knows them. */
  filesAt(operand: string): string[] {
    const path = resolve(this.io.cwd, operand);
    if (this.blobs.has(path)) return [path];
    const inside = isDynamicPattern(operand)
      ? this.matching(operand)
      : [...this.blobs.keys()].filter((one) => one.startsWith(path + sep) && isFiscal(one));
    if (inside.length === 0) throw new Failure(messages.notInIndex(relativePath(path, this.io.cwd)));
    return inside.sort();
  }

  /** git's own patterns mean what those of the shell and of this program do. */
  private matching(pattern: string): string[] {
    const pathspec = `:(glob)${pattern.split(sep).join('/')}`;
    const listed = this.git(['ls-files', '--cached', '-z', '--', pathspec], this.io.cwd)
      .toString()
      .split('\0');
    const paths = listed.filter(isFiscal).map((name) => resolve(this.io.cwd, name));
    return [...new Set(paths)].filter((path) => this.blobs.has(path));
  }

  realPath(path: string): string | undefined {
    return this.blobs.has(path) ? path : this.disk.realPath(path);
  }

  read(path: string): DecodedSource {
    const blob = this.blobs.get(path);
    if (blob === undefined) return this.disk.read(path);
    const shown = relativePath(path, this.io.cwd);
    const size = Number(this.git(['cat-file', '-s', blob], this.root).toString());
    if (size > largestSource) throw new UnreadableFailure('too-large', messages.tooLarge(shown));
    return decodeText(this.git(['cat-file', 'blob', blob], this.root), shown);
  }

  private list(args: string[]): string[] {
    return this.git(args, this.root).toString().split('\0').filter(Boolean);
  }

  private git(args: string[], cwd: string): Buffer {
    try {
      const env = { ...this.io.env, LC_ALL: 'C' };
      return execFileSync('git', args, { cwd, env, stdio: 'pipe', maxBuffer: mostOutput });
    } catch (error) {
      throw new Failure(this.complaint(error as NodeJS.ErrnoException & { stderr?: Buffer }));
    }
  }

  private complaint({ code, stderr }: NodeJS.ErrnoException & { stderr?: Buffer }): string {
    if (code === 'ENOENT') return messages.noGit;
    const said = stderr?.toString() ?? '';
    if (/not a git repository|must be run in a work tree/.test(said))
      return messages.noRepository(this.io.cwd);
    return messages.gitFailed(said.trim().split('\n')[0] || (code ?? ''));
  }
}
