import { type ast, reparse } from '@fiscal/language/editor';
import type { CancellationToken } from 'vscode-languageserver';
import {
  type AstNode,
  DefaultLangiumDocumentFactory,
  isOperationCancelled,
  type LangiumDocument,
  type ParseResult,
} from 'langium';

const versions = new WeakMap<ParseResult, number>();

/** The version of the open text that was parsed; undefined for a file that is not open. */
export function parsedVersion(parsed: ParseResult): number | undefined {
  return versions.get(parsed);
}

const failures = new WeakMap<ParseResult, unknown>();

/** What kept an open text from being parsed, if anything did. */
export function parseFailure(parsed: ParseResult): unknown {
  return failures.get(parsed);
}

/** Changes the tree in place where nothing but words changed; otherwise the text is parsed as Langium does it. */
function typeOver(document: LangiumDocument, text: string): void {
  const earlier = document.parseResult as ParseResult<ast.File>;
  // The same text keeps its result, and with it all that is known of the file.
  if (earlier.value.$cstNode?.root.fullText === text) return;
  const made = reparse(earlier, text);
  if (made) document.parseResult = made;
}

/** A file that vanished or cannot be read any more is an empty one until the client says that it was deleted. */
export class FiscalDocumentFactory extends DefaultLangiumDocumentFactory {
  override async update<T extends AstNode = AstNode>(
    document: LangiumDocument<T>,
    token: CancellationToken,
  ): Promise<LangiumDocument<T>> {
    const open = this.textDocuments?.get(document.uri.toString());
    if (!open) return this.updateClosed(document, token);
    const updated = await this.updateOpen(document, open.getText(), token);
    versions.set(updated.parseResult, open.version);
    return updated;
  }

  /** One text that our parser fails at keeps no other file from being read; its examination tells of it. */
  private async updateOpen<T extends AstNode>(
    document: LangiumDocument<T>,
    text: string,
    token: CancellationToken,
  ): Promise<LangiumDocument<T>> {
    try {
      typeOver(document, text);
      return await super.update(document, token);
    } catch (error) {
      if (isOperationCancelled(error)) throw error;
      const emptied = this.emptied(document);
      failures.set(emptied.parseResult, error);
      return emptied;
    }
  }

  private async updateClosed<T extends AstNode>(
    document: LangiumDocument<T>,
    token: CancellationToken,
  ): Promise<LangiumDocument<T>> {
    try {
      return await super.update(document, token);
    } catch (error) {
      if (isOperationCancelled(error)) throw error;
      return this.emptied(document);
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
