import { DefaultDocumentBuilder, type DocumentState, type URI } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import type { FiscalSharedServices } from '../services.js';
import { parsedVersion } from './document-factory.js';

/** After every change, also of files that are no documents of the language, the findings are looked at again. */
export class FiscalDocumentBuilder extends DefaultDocumentBuilder {
  constructor(private readonly services: FiscalSharedServices) {
    super(services);
  }

  override async update(changed: URI[], deleted: URI[], token?: CancellationToken): Promise<void> {
    await super.update(changed, deleted, token);
    await this.services.fiscal.FindingsPublisher.refresh(token);
  }

  /** A request is answered from the text that the client had when it asked: what came before it is read first. */
  protected override async awaitDocumentState(
    state: DocumentState,
    uri: URI,
    token: CancellationToken,
  ): Promise<URI> {
    if (this.isBehind(uri)) await this.services.workspace.WorkspaceLock.read(() => undefined);
    return super.awaitDocumentState(state, uri, token);
  }

  /** Nothing of a single document's own: what Langium would publish for it is no finding of ours. */
  protected override async validate(): Promise<void> {}

  private isBehind(uri: URI): boolean {
    const open = this.services.workspace.TextDocuments.get(uri);
    const document = this.langiumDocuments.getDocument(uri);
    return open !== undefined && (!document || parsedVersion(document.parseResult) !== open.version);
  }
}
