import type { ClientCapabilities } from 'vscode-languageserver';

/** What the client can do; until it says so, everything. */
export class Client {
  private capabilities: ClientCapabilities | undefined;
  /** It has the command `fiscal.selectText`. */
  selectsText = false;

  introduce(capabilities: ClientCapabilities): void {
    this.capabilities = capabilities;
  }

  /** Definitions with the range of the word that they belong to. */
  get takesLinks(): boolean {
    return this.capabilities?.textDocument?.definition?.linkSupport ?? this.capabilities === undefined;
  }

  /** Completions with places to fill in. */
  get takesSnippets(): boolean {
    const { completionItem } = this.capabilities?.textDocument?.completion ?? {};
    return completionItem?.snippetSupport ?? this.capabilities === undefined;
  }

  /** Lenses that are asked for again when what they say is another. */
  get refreshesLenses(): boolean {
    return this.capabilities?.workspace?.codeLens?.refreshSupport ?? false;
  }

  /** Hints that are asked for again when the settings change. */
  get refreshesHints(): boolean {
    return this.capabilities?.workspace?.inlayHint?.refreshSupport ?? false;
  }
}
