import type { Unreadable } from '@fiscal/language';
import { type FileSystemProvider, URI } from 'langium';
import { UnreadableFile } from './unreadable-file.js';

/**
 * Texts of files that are no documents of the language (a department's own 科目表, a project file), and which files are
 * missing.
 */
export class OtherFiles {
  private texts = new Map<string, string | Unreadable | undefined>();

  constructor(private readonly files: FileSystemProvider) {}

  async read(uri: string): Promise<string | Unreadable | undefined> {
    if (!this.texts.has(uri)) this.texts.set(uri, await this.textAt(uri));
    return this.texts.get(uri);
  }

  /** Something changed outside of the open files: everything is read again when it is next needed. */
  forget(): void {
    this.texts = new Map();
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
