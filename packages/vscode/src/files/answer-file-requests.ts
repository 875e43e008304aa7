import {
  base64Of,
  type FileNode,
  type FileParams,
  readDirectoryRequest,
  type ReadDirectoryResult,
  readFileRequest,
  type ReadFileResult,
  statRequest,
  type StatResult,
} from '@fiscal/server/protocol';
import { Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Where the server has no file system (browser, virtual workspace) it reads through the editor's. */
export function answerFileRequests(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(readFileRequest, ({ uri }: FileParams) => readFile(Uri.parse(uri))),
    client.onRequest(readDirectoryRequest, ({ uri }: FileParams) => readDirectory(Uri.parse(uri))),
    client.onRequest(statRequest, ({ uri }: FileParams) => stat(Uri.parse(uri))),
  );
}

async function readFile(uri: Uri): Promise<ReadFileResult> {
  try {
    return { content: base64Of(await workspace.fs.readFile(uri)) };
  } catch {
    return { content: null };
  }
}

async function readDirectory(uri: Uri): Promise<ReadDirectoryResult> {
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return { entries: entries.map(([name, type]) => fileNode(Uri.joinPath(uri, name), type)) };
  } catch {
    return { entries: [] };
  }
}

async function stat(uri: Uri): Promise<StatResult> {
  try {
    return { node: fileNode(uri, (await workspace.fs.stat(uri)).type) };
  } catch {
    return { node: null };
  }
}

/** A link is also what it leads to: the type is a set of bits. */
function fileNode(uri: Uri, type: FileType): FileNode {
  return {
    uri: uri.toString(),
    isFile: (type & FileType.File) !== 0,
    isDirectory: (type & FileType.Directory) !== 0,
  };
}
