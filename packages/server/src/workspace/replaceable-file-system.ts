import type { FileSystemNode, FileSystemProvider, URI } from 'langium';

/** A file system in whose place another can be set: where files are kept shows when the client introduces itself. */
export class ReplaceableFileSystem implements FileSystemProvider {
  constructor(private files: FileSystemProvider) {}

  /** Reads from elsewhere from now on. */
  readFrom(files: FileSystemProvider): void {
    this.files = files;
  }

  readFile(uri: URI): Promise<string> {
    return this.files.readFile(uri);
  }

  readFileSync(uri: URI): string {
    return this.files.readFileSync(uri);
  }

  stat(uri: URI): Promise<FileSystemNode> {
    return this.files.stat(uri);
  }

  statSync(uri: URI): FileSystemNode {
    return this.files.statSync(uri);
  }

  exists(uri: URI): Promise<boolean> {
    return this.files.exists(uri);
  }

  existsSync(uri: URI): boolean {
    return this.files.existsSync(uri);
  }

  readBinary(uri: URI): Promise<Uint8Array> {
    return this.files.readBinary(uri);
  }

  readBinarySync(uri: URI): Uint8Array {
    return this.files.readBinarySync(uri);
  }

  readDirectory(uri: URI): Promise<FileSystemNode[]> {
    return this.files.readDirectory(uri);
  }

  readDirectorySync(uri: URI): FileSystemNode[] {
    return this.files.readDirectorySync(uri);
  }
}
