import { prepareParser, standardLibrary } from '@fiscal/language/editor';
import { delayNextTick } from 'langium';
import { DefaultLanguageServer } from 'langium/lsp';
import type { InitializedParams, InitializeParams, InitializeResult } from 'vscode-languageserver';
import type { FiscalSharedServices } from './services.js';

/** Says what the server can do, besides what Langium finds out from the services that there are. */
export class FiscalLanguageServer extends DefaultLanguageServer {
  constructor(private readonly shared: FiscalSharedServices) {
    super(shared);
  }

  override initialize(params: InitializeParams): Promise<InitializeResult> {
    this.shared.fiscal.Client.introduce(params.capabilities);
    return super.initialize(params);
  }

  /** The parser is made and the library read while the client still makes itself ready. */
  override initialized(params: InitializedParams): void {
    super.initialized(params);
    void delayNextTick().then(prepareParser).then(standardLibrary);
  }

  /** Everything is made when it is first asked for: the client need not wait for the parser. */
  protected override eagerLoadServices(): void {}

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
