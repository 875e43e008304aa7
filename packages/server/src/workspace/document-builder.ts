import { DefaultDocumentBuilder, type URI } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import type { FiscalSharedServices } from '../services.js';

/** After every change, also of files that are no documents of the language, the findings are looked at again. */
export class FiscalDocumentBuilder extends DefaultDocumentBuilder {
  constructor(private readonly services: FiscalSharedServices) {
    super(services);
  }

  override async update(changed: URI[], deleted: URI[], token?: CancellationToken): Promise<void> {
    await super.update(changed, deleted, token);
    await this.services.fiscal.FindingsPublisher.refresh(token);
  }

  /** Nothing of a single document's own: what Langium would publish for it is no finding of ours. */
  protected override async validate(): Promise<void> {}
}
