import { formatText } from '@fiscal/language';
import { CstUtils, type LangiumDocument } from 'langium';
import type { Formatter } from 'langium/lsp';
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  Position,
  TextEdit,
} from 'vscode-languageserver';
import { lineEdits } from './line-edits.js';

/** The layout that `fiscal format` gives, as the fewest edits: of the file, of some lines, of what was just written. */
export class FiscalFormatter implements Formatter {
  readonly formatOnTypeOptions = { firstTriggerCharacter: '}', moreTriggerCharacter: ['｝', '\n'] };

  formatDocument({ textDocument }: LangiumDocument, _?: DocumentFormattingParams): TextEdit[] {
    const text = textDocument.getText();
    return lineEdits(text, formatText(text));
  }

  formatDocumentRange(document: LangiumDocument, { range }: DocumentRangeFormattingParams): TextEdit[] {
    return this.onLines(document, range.start.line, range.end.line);
  }

  /** A brace completes its block; a new line completes the one before it. */
  formatDocumentOnType(
    document: LangiumDocument,
    { ch, position: { line, character } }: DocumentOnTypeFormattingParams,
  ): TextEdit[] {
    if (ch === '\n') return this.onLines(document, line - 1, line - 1);
    return this.onLines(document, blockStart(document, { line, character }) ?? line, line);
  }

  private onLines(document: LangiumDocument, first: number, last: number): TextEdit[] {
    return this.formatDocument(document).filter(
      ({ range }) => range.start.line >= first && range.end.line <= last,
    );
  }
}

/** The line on which the block begins that ends at a brace. */
function blockStart({ parseResult, textDocument }: LangiumDocument, position: Position): number | undefined {
  const root = parseResult.value.$cstNode;
  const brace = root && CstUtils.findLeafNodeAtOffset(root, textDocument.offsetAt(position) - 1);
  return brace?.astNode.$cstNode?.range.start.line;
}
