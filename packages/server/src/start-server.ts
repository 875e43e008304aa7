import { type Machine, type Publication, publications as allPublications } from '@fiscal/report';
import { DocumentState, type FileSystemProvider } from 'langium';
import { createRequestHandler, startLanguageServer } from 'langium/lsp';
import type { Connection, SelectionRangeParams } from 'vscode-languageserver';
import { selectionRanges } from './navigation/selection-ranges.js';
import type { InitializationOptions } from './protocol.js';
import { ClientFileSystemProvider } from './workspace/client-file-system.js';
import type { ReplaceableFileSystem } from './workspace/replaceable-file-system.js';
import { registerRequests } from './requests/register-requests.js';
import { createServices, type FiscalSharedServices } from './services.js';

/** Answers a client until it says goodbye. */
export function startServer(
  connection: Connection,
  files: { fileSystemProvider: () => FileSystemProvider },
  publications: readonly Publication[] = allPublications,
  machine: Machine = {},
): FiscalSharedServices {
  const { shared } = createServices({ connection, ...files });
  registerRequests(connection, shared, publications, machine);
  shared.lsp.LanguageServer.onInitialize(({ initializationOptions }) => {
    const { clientFiles, selectText } = (initializationOptions ?? {}) as InitializationOptions;
    shared.fiscal.Client.selectsText = selectText === true;
    const own = shared.workspace.FileSystemProvider as ReplaceableFileSystem;
    if (clientFiles) own.readFrom(new ClientFileSystemProvider(connection));
  });
  shared.workspace.ConfigurationProvider.onConfigurationSectionUpdate(() => {
    if (shared.fiscal.Client.refreshesHints) void connection.languages.inlayHint.refresh();
  });
  connection.onSelectionRanges(
    createRequestHandler(
      (_, document, { positions }: SelectionRangeParams) => selectionRanges(document, positions),
      shared,
      DocumentState.Parsed,
    ),
  );
  startLanguageServer(shared);
  return shared;
}
