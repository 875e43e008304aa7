import type { LangiumDocument } from 'langium';
import type { DocumentHighlightProvider, ReferencesProvider } from 'langium/lsp';
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver';
import type { FiscalServices } from '../services.js';
import { findOccurrences, targetAt } from './find-occurrences.js';
import { occurrencesIn } from './occurrences.js';

/** Every place where a unit, a project, an item, a template, a rule or a phrase is named. */
export class FiscalReferencesProvider implements ReferencesProvider {
  constructor(private readonly services: FiscalServices) {}

  async findReferences(
    document: LangiumDocument,
    { position, context }: ReferenceParams,
  ): Promise<Location[]> {
    const { shared } = this.services;
    const target = await targetAt(document, position, shared);
    const found = target ? await findOccurrences(document, target, shared) : [];
    return found
      .filter(({ isDeclaration }) => context.includeDeclaration || !isDeclaration)
      .map((occurrence) => ({ uri: occurrence.document.uri.toString(), range: occurrence.node.range }));
  }
}

/** The same within one file, as the cursor moves. */
export class FiscalHighlightProvider implements DocumentHighlightProvider {
  constructor(private readonly services: FiscalServices) {}

  async getDocumentHighlight(
    document: LangiumDocument,
    { position }: DocumentHighlightParams,
  ): Promise<DocumentHighlight[]> {
    const { shared } = this.services;
    const target = await targetAt(document, position, shared);
    if (!target) return [];
    const examination = await shared.fiscal.Examinations.of(document);
    return [...occurrencesIn(document, target, examination)].map(({ node, isDeclaration }) => ({
      range: node.range,
      kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  }
}
