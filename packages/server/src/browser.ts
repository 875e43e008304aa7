import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser.js';
import { ClientFileSystemProvider } from './workspace/client-file-system.js';
import { startServer } from './start-server.js';

/** The global of a worker: a port to the page that started it. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(connection, { fileSystemProvider: () => new ClientFileSystemProvider(connection) });
