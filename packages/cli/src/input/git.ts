import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Failure } from '../failure.js';
import type { Io } from '../io.js';
import { messages } from '../messages.zh.js';

/** Names of all files of a large repository, in bytes. */
const mostOutput = 1024 ** 3;

type GitError = NodeJS.ErrnoException & { stderr?: Buffer };

/** The repository that the command was called in. */
export class Git {
  readonly root: string;

  /** Throws a Failure where there is no repository, or no git; `user` is what needs it. */
  constructor(
    private readonly io: Pick<Io, 'cwd' | 'env'>,
    private readonly user: string,
  ) {
    // Not --show-toplevel: that resolves links, and the user's paths do not.
    this.root = resolve(io.cwd, this.run(['rev-parse', '--show-cdup'], io.cwd).toString().trimEnd());
  }

  run(args: readonly string[], cwd = this.root): Buffer {
    try {
      const env = { ...this.io.env, LC_ALL: 'C' };
      return execFileSync('git', args, { cwd, env, stdio: 'pipe', maxBuffer: mostOutput });
    } catch (error) {
      throw new Failure(this.complaint(error as GitError));
    }
  }

  /** What git lists with -z. */
  list(args: readonly string[], cwd = this.root): string[] {
    return this.run(args, cwd).toString().split('\0').filter(Boolean);
  }

  /** The same, or nothing where git says that there is none. */
  ask(args: readonly string[]): string | undefined {
    try {
      return this.run(args).toString().trimEnd();
    } catch (error) {
      if (error instanceof Failure) return undefined;
      throw error;
    }
  }

  private complaint({ code, stderr }: GitError): string {
    if (code === 'ENOENT') return messages.noGit(this.user);
    const said = stderr?.toString() ?? '';
    if (/not a git repository|must be run in a work tree/.test(said))
      return messages.noRepository(this.user, this.io.cwd);
    return messages.gitFailed(said.trim().split('\n')[0] || (code ?? ''));
  }
}
