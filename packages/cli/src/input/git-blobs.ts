import { type DecodedSource, largestSource } from '@fiscal/language/files';
import { UnreadableFailure } from '../failure.js';
import { messages } from '../messages.zh.js';
import { relativePath } from '../output/place.js';
import { decodeText } from './decode-text.js';
import type { Git } from './git.js';
import type { TextStore } from './text-store.js';

/** Ordinary files as git keeps them, by absolute path; what it does not keep comes from another store. */
export abstract class GitBlobs implements TextStore {
  /** Ordinary files by absolute path, with the name of their content. */
  abstract readonly blobs: ReadonlyMap<string, string>;

  constructor(
    protected readonly git: Git,
    protected readonly cwd: string,
    private readonly others: TextStore,
  ) {}

  realPath(path: string): string | undefined {
    return this.blobs.has(path) ? path : this.others.realPath(path);
  }

  read(path: string): DecodedSource {
    const blob = this.blobs.get(path);
    if (blob === undefined) return this.others.read(path);
    const shown = relativePath(path, this.cwd);
    const size = Number(this.git.run(['cat-file', '-s', blob]).toString());
    if (size > largestSource) throw new UnreadableFailure('too-large', messages.tooLarge(shown));
    return decodeText(this.git.run(['cat-file', 'blob', blob]), shown);
  }
}
