import { readableExtensions } from '@fiscal/server/protocol';
import { type Disposable, DocumentDropEdit, languages, Uri, window } from 'vscode';
import { importDocuments } from './commands/import-report.js';
import type { Context } from './commands/context.js';
import { messages } from './messages/messages.js';
import { fileName } from './sources.js';

/** A document that is dropped on a source offers to be read; its path, which an editor puts in else, says nothing there. */
export function registerDroppedDocuments(context: Pick<Context, 'client'>): Disposable {
  return languages.registerDocumentDropEditProvider(
    { language: 'fiscal' },
    {
      async provideDocumentDropEdits(_document, _position, transfer) {
        const list = await transfer.get('text/uri-list')?.asString();
        const files = (list ?? '').split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
        const documents = files.map((uri) => Uri.parse(uri)).filter(isReadable);
        if (documents.length === 0) return undefined;
        void offer(documents, context);
        return new DocumentDropEdit('');
      },
    },
  );
}

async function offer(documents: readonly Uri[], context: Pick<Context, 'client'>): Promise<void> {
  const choice = await window.showInformationMessage(
    messages.offerReading(documents.map(fileName)),
    messages.importLabel,
  );
  if (!choice) return;
  try {
    await importDocuments(documents, context);
  } catch (error) {
    void window.showErrorMessage(messages.failed(error instanceof Error ? error.message : String(error)));
  }
}

function isReadable({ path }: Uri): boolean {
  return readableExtensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`));
}
