import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node.js';
import { start } from './start.js';

/** On the desktop and on a remote machine: the server is a process of its own. */
export function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server', 'node', 'server.cjs').fsPath;
  const server = { module, transport: TransportKind.ipc };
  return start(context, (name, options) => new LanguageClient('fiscal', name, server, options));
}
