import {
  DefaultLinker,
  EMPTY_STREAM,
  type IndexManager,
  type LangiumCoreServices,
  type LangiumDocument,
  type ScopeComputation,
} from 'langium';

/**
 * The grammar has no cross-references: names are resolved by the language's own linking, once for each report.
 * So Langium need not walk through every tree in search of them.
 */
export const noLinking = {
  ScopeComputation: (): ScopeComputation => ({
    collectExportedSymbols: async () => [],
    collectLocalSymbols: async () => ({ has: () => false, getStream: () => EMPTY_STREAM }),
  }),
  Linker: (services: LangiumCoreServices) => new NoLinker(services),
};

export const noIndexing = {
  IndexManager: (): IndexManager => ({
    remove: () => {},
    removeContent: () => {},
    removeReferences: () => {},
    updateContent: async () => {},
    updateReferences: async () => {},
    isAffected: () => false,
    allElements: () => EMPTY_STREAM,
    findAllReferences: () => EMPTY_STREAM,
  }),
};

class NoLinker extends DefaultLinker {
  override async link(document: LangiumDocument): Promise<void> {
    document.references = [];
  }

  override unlink(document: LangiumDocument): void {
    document.references = [];
  }
}
