import { DefaultLanguageServer } from 'langium/lsp';
import type { FiscalSharedServices } from './services.js';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';

/** Says what the server can do, besides what Langium finds out from the services that there are. */
export class FiscalLanguageServer extends DefaultLanguageServer {
  constructor(private readonly shared: FiscalSharedServices) {
    super(shared);
  }

  override initialize(params: InitializeParams): Promise<InitializeResult> {
    this.shared.fiscal.Client.introduce(params.capabilities);
    return super.initialize(params);
  }

  protected override buildInitializeResult(params: InitializeParams): InitializeResult {
    const { capabilities } = super.buildInitializeResult(params);
    return {
      capabilities: { ...withoutAbsent(capabilities), selectionRangeProvider: true },
      serverInfo: { name: 'fiscal' },
    };
  }
}

/** A capability that is false says no more than one that is not there. */
function withoutAbsent<T extends object>(capabilities: T): T {
  const present = Object.entries(capabilities).filter(([, value]) => value !== false && value !== undefined);
  return Object.fromEntries(present) as T;
}
