import type { CancellationToken } from 'vscode-languageserver';
import { type AstNode, DefaultLangiumDocumentFactory, type LangiumDocument, type ParseResult } from 'langium';

const versions = new WeakMap<ParseResult, number>();

/** The version of the open text that was parsed; undefined for a file that is not open. */
export function parsedVersion(parsed: ParseResult): number | undefined {
  return versions.get(parsed);
}

/** A file that vanished or cannot be read any more is an empty one until the client says that it was deleted. */
export class FiscalDocumentFactory extends DefaultLangiumDocumentFactory {
  override async update<T extends AstNode = AstNode>(
    document: LangiumDocument<T>,
    token: CancellationToken,
  ): Promise<LangiumDocument<T>> {
    const isOpen = this.textDocuments?.get(document.uri.toString()) !== undefined;
    if (!isOpen)
      return (await this.isReadable(document)) ? super.update(document, token) : this.emptied(document);
    const { version } = this.textDocuments!.get(document.uri.toString())!;
    const updated = await super.update(document, token);
    versions.set(updated.parseResult, version);
    return updated;
  }

  private async isReadable({ uri }: LangiumDocument): Promise<boolean> {
    try {
      await this.fileSystemProvider.readFile(uri);
      return true;
    } catch {
      return false;
    }
  }

  private emptied<T extends AstNode>(document: LangiumDocument<T>): LangiumDocument<T> {
    const empty = this.fromString<T>('', document.uri);
    Object.defineProperty(document, 'textDocument', { value: empty.textDocument, configurable: true });
    document.parseResult = empty.parseResult;
    Object.assign(document.parseResult.value, { $document: document });
    return Object.assign(document, { state: empty.state });
  }
}
