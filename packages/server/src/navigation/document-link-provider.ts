import { type CstNode, GrammarUtils, type LangiumDocument } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink, Range } from 'vscode-languageserver';
import { hasWildcards } from '@fiscal/language/project';
import { referencesIn, resolveFile } from '../workspace/references.js';

/** The files that a report names open with a click. */
export class FiscalDocumentLinkProvider implements DocumentLinkProvider {
  getDocumentLinks({ parseResult, uri }: LangiumDocument): DocumentLink[] {
    return referencesIn(parseResult).flatMap(({ kind, name, node }) => {
      const written = GrammarUtils.findNodeForProperty(node.$cstNode, kind === 'source' ? 'file' : 'value');
      const target = resolveFile(uri.toString(), name);
      return written && target !== undefined && name !== '' && !hasWildcards(name)
        ? [{ range: withoutQuotes(written), target }]
        : [];
    });
  }
}

/** The last one may still be missing. */
function withoutQuotes({ text, range: { start, end } }: CstNode): Range {
  const open = /^["“”]/.test(text) ? 1 : 0;
  const close = open === 1 && /.["“”]$/.test(text) ? 1 : 0;
  return {
    start: { ...start, character: start.character + open },
    end: { ...end, character: end.character - close },
  };
}
