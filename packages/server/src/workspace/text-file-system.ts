import { largestSource } from '@fiscal/language/files';
import type { FileSystemNode, FileSystemProvider, URI } from 'langium';
import { UnreadableFile } from './unreadable-file.js';

/** A file system that gives source texts only: in UTF-8, without a byte order mark, of a size that somebody typed. */
export class TextFileSystem implements FileSystemProvider {
  constructor(private files: FileSystemProvider) {}

  /** Reads from elsewhere from now on. */
  readFrom(files: FileSystemProvider): void {
    this.files = files;
  }

  async readFile(uri: URI): Promise<string> {
    return textOf(await this.files.readFile(uri));
  }

  readFileSync(uri: URI): string {
    return textOf(this.files.readFileSync(uri));
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

function textOf(content: string): string {
  if (content.length > largestSource) throw new UnreadableFile('too-large');
  if (content.includes('\u0000')) throw new UnreadableFile('binary');
  return content.replace(/^\uFEFF/, '');
}
