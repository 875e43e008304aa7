import { sep } from 'node:path';
import { type DecodedSource, type FolderEntry, largestSource } from '@fiscal/language/files';
import { UnreadableFailure } from '../failure.js';
import { messages } from '../messages.zh.js';
import { relativePath } from '../output/place.js';
import { decodeText } from './decode-text.js';
import { isFiscal } from './find-files.js';
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

  /** The file, or the sources in the folder. */
  sourcesAt(path: string): string[] {
    if (this.blobs.has(path)) return [path];
    return [...this.blobs.keys()].filter((one) => one.startsWith(path + sep) && isFiscal(one)).sort();
  }

  realPath(path: string): string | undefined {
    return this.blobs.has(path) ? path : this.others.realPath(path);
  }

  /** Of the repository what git keeps; elsewhere what lies there. */
  list(folder: string): FolderEntry[] {
    const start = folder.endsWith(sep) ? folder : folder + sep;
    if (!start.startsWith(this.git.root + sep)) return this.others.list(folder);
    const entries = new Map<string, boolean>();
    for (const path of this.blobs.keys()) {
      if (!path.startsWith(start)) continue;
      const [name = '', ...inner] = path.slice(start.length).split(sep);
      entries.set(name, inner.length > 0);
    }
    return [...entries].map(([name, isDirectory]) => ({ name, isDirectory }));
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
