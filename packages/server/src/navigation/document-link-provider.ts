import { GrammarUtils, type LangiumDocument } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver';
import { referencesIn, resolveFile } from '../workspace/references.js';

/** The files that a report names open with a click. */
export class FiscalDocumentLinkProvider implements DocumentLinkProvider {
  getDocumentLinks({ parseResult, uri }: LangiumDocument): DocumentLink[] {
    return referencesIn(parseResult).flatMap(({ kind, name, node }) => {
      const written = GrammarUtils.findNodeForProperty(node.$cstNode, kind === 'source' ? 'file' : 'value');
      const target = resolveFile(uri.toString(), name);
      if (!written || target === undefined) return [];
      const { start, end } = written.range;
      const quotes = /^["“”]/.test(written.text) ? 1 : 0;
      const range = {
        start: { ...start, character: start.character + quotes },
        end: { ...end, character: end.character - quotes },
      };
      return [{ range, target }];
    });
  }
}
