import { DefaultWorkspaceManager, type LangiumDocument, type Stream, type URI } from 'langium';

/** Reads the workspace's files one by one, so that one that cannot be read harms no other. */
export class FiscalWorkspaceManager extends DefaultWorkspaceManager {
  protected override async loadWorkspaceDocuments(
    uris: Stream<URI>,
    collect: (document: LangiumDocument) => void,
  ): Promise<void> {
    for (const uri of uris.toArray()) {
      try {
        collect(await this.langiumDocuments.getOrCreateDocument(uri));
      } catch {
        // What cannot be read as text is not part of the workspace.
      }
    }
  }
}
