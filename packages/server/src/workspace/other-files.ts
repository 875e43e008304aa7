import { type FileSystemProvider, URI } from 'langium';

/** Texts of files that are no documents of the language (a department's own 科目表), and which files are missing. */
export class OtherFiles {
  private texts = new Map<string, string | undefined>();

  constructor(private readonly files: FileSystemProvider) {}

  async read(uri: string): Promise<string | undefined> {
    if (!this.texts.has(uri)) this.texts.set(uri, await this.textAt(uri));
    return this.texts.get(uri);
  }

  /** Something changed outside of the open files: everything is read again when it is next needed. */
  forget(): void {
    this.texts = new Map();
  }

  private async textAt(uri: string): Promise<string | undefined> {
    try {
      return await this.files.readFile(URI.parse(uri));
    } catch {
      return undefined;
    }
  }
}
