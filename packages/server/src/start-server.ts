import type { FileSystemProvider } from 'langium';
import { startLanguageServer } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.js';
import { ClientFileSystemProvider } from './workspace/client-file-system.js';
import type { TextFileSystem } from './workspace/text-file-system.js';
import { registerRequests } from './requests/register-requests.js';
import { createServices } from './services.js';

/** Answers a client until it says goodbye. */
export function startServer(
  connection: Connection,
  files: { fileSystemProvider: () => FileSystemProvider },
): void {
  const { shared } = createServices({ connection, ...files });
  registerRequests(connection, shared);
  shared.lsp.LanguageServer.onInitialize(({ initializationOptions }) => {
    const { clientFiles } = (initializationOptions ?? {}) as InitializationOptions;
    const own = shared.workspace.FileSystemProvider as TextFileSystem;
    if (clientFiles) own.readFrom(new ClientFileSystemProvider(connection));
  });
  startLanguageServer(shared);
}
