import { isOperationCancelled, URI } from 'langium';
import { DefaultDocumentUpdateHandler } from 'langium/lsp';
import {
  type DidChangeWatchedFilesParams,
  FileChangeType,
  type TextDocumentChangeEvent,
} from 'vscode-languageserver';
import type { TextDocument } from 'langium';
import type { FiscalSharedServices } from '../services.js';

/** Brings the workspace in line with what the client says of its files; nothing that happens to one is thrown. */
export class FiscalUpdateHandler extends DefaultDocumentUpdateHandler {
  constructor(private readonly services: FiscalSharedServices) {
    super(services);
  }

  /** What was not saved is lost: the file is read again from where it is kept. */
  didCloseDocument({ document }: TextDocumentChangeEvent<TextDocument>): void {
    void this.updateClosed(URI.parse(document.uri));
  }

  didSaveDocument(): void {
    this.services.fiscal.OtherFiles.forget();
  }

  override didChangeWatchedFiles(params: DidChangeWatchedFilesParams): void {
    this.services.fiscal.OtherFiles.forget();
    const isOpen = ({ uri }: { uri: string }) => this.services.workspace.TextDocuments.get(uri) !== undefined;
    // The text of an open file is the client's, also when the file under it is gone.
    super.didChangeWatchedFiles({
      changes: params.changes.filter((change) => change.type !== FileChangeType.Deleted || !isOpen(change)),
    });
  }

  protected override fireDocumentUpdate(changed: URI[], deleted: URI[]): void {
    const update = async () => {
      await this.workspaceManager.ready;
      await this.workspaceLock.write((token) => this.documentBuilder.update(changed, deleted, token));
    };
    update().catch((error: unknown) => {
      if (isOperationCancelled(error)) return;
      for (const uri of changed) this.services.fiscal.Log.defect(uri.toString(), error);
    });
  }

  private async updateClosed(uri: URI): Promise<void> {
    const { FileSystemProvider, TextDocuments } = this.services.workspace;
    const exists = await FileSystemProvider.exists(uri).catch(() => false);
    // Meanwhile it may have been opened again.
    if (TextDocuments.get(uri)) return;
    if (exists) this.fireDocumentUpdate([uri], []);
    else this.fireDocumentUpdate([], [uri]);
  }
}
