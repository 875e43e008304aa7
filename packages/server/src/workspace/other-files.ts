import type { Unreadable } from '@fiscal/language';
import type { FolderEntry } from '@fiscal/language/project';
import { type FileSystemProvider, URI, UriUtils } from 'langium';
import { UnreadableFile } from './unreadable-file.js';

/**
 * Texts of files that are no documents of the language (a department's own 科目表, a project file), and which files are
 * missing.
 */
export class OtherFiles {
  private texts = new Map<string, string | Unreadable | undefined>();

  private folders = new Map<string, readonly FolderEntry[]>();

  constructor(private readonly files: FileSystemProvider) {}

  async read(uri: string): Promise<string | Unreadable | undefined> {
    if (!this.texts.has(uri)) this.texts.set(uri, await this.textAt(uri));
    return this.texts.get(uri);
  }

  /** What lies in a folder. */
  async list(uri: string): Promise<readonly FolderEntry[]> {
    if (!this.folders.has(uri)) this.folders.set(uri, await this.entriesOf(uri));
    return this.folders.get(uri)!;
  }

  /** Something changed outside of the open files: everything is read again when it is next needed. */
  forget(): void {
    this.texts = new Map();
    this.folders = new Map();
  }

  private async entriesOf(uri: string): Promise<readonly FolderEntry[]> {
    try {
      const entries = await this.files.readDirectory(URI.parse(uri));
      return entries
        .filter(({ isFile, isDirectory }) => isFile || isDirectory)
        .map((entry) => ({ name: UriUtils.basename(entry.uri), isDirectory: entry.isDirectory }));
    } catch {
      return [];
    }
  }

  private async textAt(uri: string): Promise<string | Unreadable | undefined> {
    try {
      return await this.files.readFile(URI.parse(uri));
    } catch (error) {
      if (error instanceof UnreadableFile) return { reason: error.reason };
      return isRefusal(error) ? { reason: 'no-access' } : undefined;
    }
  }
}

/** The system has the file and does not give it. */
function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EACCES' || code === 'EPERM';
}
