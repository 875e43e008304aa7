import type { FileSystemNode, FileSystemProvider, URI } from 'langium';

/** A file system that gives source texts only: in UTF-8, without a byte order mark, of a size that somebody typed. */
export class TextFileSystem implements FileSystemProvider {
  constructor(private files: FileSystemProvider) {}

  /** Reads from elsewhere from now on. */
  readFrom(files: FileSystemProvider): void {
    this.files = files;
  }

  async readFile(uri: URI): Promise<string> {
    return textOf(await this.files.readFile(uri), uri);
  }

  readFileSync(uri: URI): string {
    return textOf(this.files.readFileSync(uri), uri);
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

/** Signs that stand where bytes were no UTF-8 (GBK, UTF-16, a picture). */
const notText = /[\uFFFD\u0000]/;
const largest = 20 * 1024 * 1024;

function textOf(content: string, uri: URI): string {
  if (content.length > largest || notText.test(content)) throw new Error(`No source text: ${uri.toString()}`);
  return content.replace(/^\uFEFF/, '');
}
