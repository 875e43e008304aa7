import {
  type Connection,
  createConnection,
  type InitializeParams,
  ProposedFeatures,
} from 'vscode-languageserver/node.js';
import { publications } from '@fiscal/report';
import { thisMachine } from './machine/machine.js';
import { startServer } from './start-server.js';
import { OrdinaryFiles } from './workspace/ordinary-files.js';

const files = { fileSystemProvider: () => new OrdinaryFiles() };

/** Serves a client on this process's standard streams. */
export function serveStdio(): void {
  startServer(
    createConnection(ProposedFeatures.all, process.stdin, process.stdout),
    files,
    publications,
    thisMachine(),
  );
}

/** Serves a client the way that it asks for: --stdio, --node-ipc, --socket=<port> or --pipe=<name>. */
export function serve(): void {
  startServer(createConnection(ProposedFeatures.all), files, publications, thisMachine());
}

/** Serves a client that was answered already. */
export function takeOver(connection: Connection, parameters: InitializeParams): void {
  const { lsp } = startServer(connection, files, publications, thisMachine());
  void lsp.LanguageServer.initialize(parameters);
}
