import type { DocumentFile, Published } from '@fiscal/read';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser.js';
import type { InitializationOptions } from './protocol.js';
import { ClientFileSystemProvider } from './workspace/client-file-system.js';
import { startServer } from './start-server.js';

interface Readers {
  extract(file: DocumentFile): Promise<{ published: Published }>;
}

/** The global of a worker: a port to the page that started it, and what its scripts leave there. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & {
  importScripts(url: string): void;
  /** What the script of the readers leaves; the bundle asks for it by `fiscalReaders`. */
  fiscalExtract?: Readers;
  fiscalReaders?: () => Readers;
};

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const { lsp } = startServer(connection, {
  fileSystemProvider: () => new ClientFileSystemProvider(connection),
});
lsp.LanguageServer.onInitialize(({ initializationOptions }) => {
  const { readers } = (initializationOptions ?? {}) as InitializationOptions;
  self.fiscalReaders = () => {
    if (!self.fiscalExtract && readers !== undefined) self.importScripts(readers);
    if (!self.fiscalExtract) throw new Error('Nobody said where the readers of documents are.');
    return self.fiscalExtract;
  };
});
