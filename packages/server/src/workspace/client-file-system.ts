import { decodeSource } from '@fiscal/language/files';
import { EmptyFileSystemProvider, type FileSystemNode, URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { bytesOf } from '../base64.js';
import { UnreadableFile } from './unreadable-file.js';
import {
  type FileNode,
  type FileParams,
  readDirectoryRequest,
  type ReadDirectoryResult,
  readFileRequest,
  type ReadFileResult,
  statRequest,
  type StatResult,
} from '../protocol.js';

/** Files as the client has them: a worker reaches none itself. */
export class ClientFileSystemProvider extends EmptyFileSystemProvider {
  constructor(private readonly connection: Connection) {
    super();
  }

  override async stat(uri: URI): Promise<FileSystemNode> {
    const { node } = await this.ask<StatResult>(statRequest, uri);
    if (!node) throw new Error(`No such file: ${uri.toString()}`);
    return toNode(node);
  }

  override async exists(uri?: URI): Promise<boolean> {
    if (!uri) return false;
    try {
      return (await this.ask<StatResult>(statRequest, uri)).node !== null;
    } catch {
      return false;
    }
  }

  override async readFile(uri?: URI): Promise<string> {
    const { content } = await this.ask<ReadFileResult>(readFileRequest, uri!);
    if (content === null) throw new Error(`No such file: ${uri?.toString()}`);
    const decoded = decodeSource(bytesOf(content));
    if ('reason' in decoded) throw new UnreadableFile(decoded.reason);
    return decoded.text;
  }

  override async readDirectory(uri?: URI): Promise<FileSystemNode[]> {
    const { entries } = await this.ask<ReadDirectoryResult>(readDirectoryRequest, uri!);
    return entries.map(toNode);
  }

  private ask<Result>(request: string, uri: URI): Promise<Result> {
    const params: FileParams = { uri: uri.toString() };
    return this.connection.sendRequest<Result>(request, params);
  }
}

function toNode({ uri, isFile, isDirectory }: FileNode): FileSystemNode {
  return { uri: URI.parse(uri), isFile, isDirectory };
}
