import { fileURLToPath, pathToFileURL } from 'node:url';
import { type FolderEntry, leadsToItsKind, type Unreadable } from '@fiscal/language/files';
import type { Source, SourceHost } from '../engine.js';
import { Failure, UnreadableFailure } from '../failure.js';
import { diskStore, type TextStore } from './text-store.js';

/**
 * The files of one run: those named on the command line, and those that they refer to (引用, catalogues).
 * A reference may leave the folder of its file: reading is all that is done with it.
 */
export class SourceFiles implements SourceHost {
  private readonly texts = new Map<string, string>();
  private readonly referred = new Map<string, string | Unreadable | undefined>();
  private readonly listed = new Set<string>();
  private readonly lines = new Map<string, string[]>();

  constructor(
    cwd: string,
    private readonly store: TextStore = diskStore(cwd),
  ) {}

  /** Reads files that the user named; nothing is done when one of them cannot be read. */
  readAll(paths: string[]): Source[] {
    const { sources, failures } = this.readEach(paths);
    if (failures.length > 0) throw new Failure(...failures);
    return sources;
  }

  /** Reads those files that can be read, and says why the others cannot. */
  readEach(paths: string[]): { sources: Source[]; failures: string[] } {
    const failures: string[] = [];
    const sources = paths.flatMap((path) => {
      try {
        return [this.open(path)];
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        failures.push(...error.lines);
        return [];
      }
    });
    return { sources, failures };
  }

  read(uri: string): string | Unreadable | undefined {
    if (!this.referred.has(uri)) this.referred.set(uri, this.texts.get(uri) ?? this.readReferred(uri));
    return this.referred.get(uri);
  }

  list(folder: string): FolderEntry[] {
    const path = filePath(folder);
    if (path === undefined) return [];
    this.listed.add(path);
    return this.store.list(path.replace(/(?<=.)[\\/]$/, ''));
  }

  /** Lines as positions count them: ended by CRLF, LF or CR. */
  linesOf(uri: string): string[] | undefined {
    const known = this.lines.get(uri);
    if (known) return known;
    const lines = this.texts.get(uri)?.split(/\r\n|\n|\r/);
    if (lines) this.lines.set(uri, lines);
    return lines;
  }

  /** Files that were read, and those that were asked for and are not there. */
  lookedAt(): string[] {
    const uris = new Set([...this.texts.keys(), ...this.referred.keys()]);
    return [...uris].flatMap((uri) => filePath(uri) ?? []);
  }

  /** Folders in which files were looked for. */
  lookedInto(): string[] {
    return [...this.listed];
  }

  /** What is shown of a file whose own bytes are no lines. */
  show(uri: string, lines: readonly string[]): void {
    this.lines.set(uri, [...lines]);
  }

  private open(path: string): Source {
    const uri = pathToFileURL(path).href;
    const { text } = this.store.read(path);
    this.texts.set(uri, text);
    return { uri, text };
  }

  private readReferred(uri: string): string | Unreadable | undefined {
    const named = filePath(uri);
    const path = named && this.store.realPath(named);
    if (named === undefined || path === undefined) return undefined;
    if (!leadsToItsKind(named, path)) return { reason: 'not-ordinary' };
    try {
      const { text } = this.store.read(path);
      this.texts.set(uri, text);
      return text;
    } catch (error) {
      if (error instanceof UnreadableFailure) return { reason: error.reason };
      if (error instanceof Failure) return undefined;
      throw error;
    }
  }
}

function filePath(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
