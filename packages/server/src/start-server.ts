import type { FileSystemProvider } from 'langium';
import { startLanguageServer } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { createServices } from './services.js';

/** Answers a client until it says goodbye. */
export function startServer(
  connection: Connection,
  files: { fileSystemProvider: () => FileSystemProvider },
): void {
  const { shared } = createServices({ connection, ...files });
  startLanguageServer(shared);
}
