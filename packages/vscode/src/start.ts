import { type ExtensionContext, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerBlameHover } from './changes/blame-hover.js';
import { Comparisons } from './changes/comparisons.js';
import { registerCommands } from './commands/register-commands.js';
import { registerDroppedDocuments } from './dropped-documents.js';
import { answerFileRequests } from './files/answer-file-requests.js';
import { messages } from './messages/messages.js';
import { registerPasteProvider } from './paste/paste-provider.js';
import { registerPreview } from './preview/register-preview.js';
import { registerSelectText } from './select-text.js';
import { serveFiles } from './served-files.js';
import { registerStatusBar } from './status-bar.js';
import { statusesOf } from './statuses.js';

export type CreateClient = (name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Everything that knows the language is in the server; this starts it and shows what it says. */
export async function start(context: ExtensionContext, createClient: CreateClient): Promise<void> {
  const client = createClient(messages.product, clientOptions());
  const statuses = statusesOf(client);
  const preview = registerPreview(context.extensionUri, client, statuses);
  const comparisons = new Comparisons(client);
  context.subscriptions.push(
    client,
    comparisons,
    statuses,
    preview,
    registerCommands({ client, preview, comparisons, statuses, extensionUri: context.extensionUri }),
    registerBlameHover(),
    registerPasteProvider(client),
    registerDroppedDocuments({ client }),
    registerSelectText(),
    registerStatusBar(statuses),
    serveFiles(client),
    answerFileRequests(client),
  );
  await client.start();
  comparisons.followOpen();
}

function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: [{ language: 'fiscal' }],
    diagnosticCollectionName: 'fiscal',
    // Files of a virtual workspace can be read only through the editor.
    initializationOptions: {
      clientFiles: workspace.workspaceFolders?.some(isVirtual) ?? false,
      selectText: true,
    },
  };
}

function isVirtual({ uri }: { uri: { scheme: string } }): boolean {
  return uri.scheme !== 'file';
}
