import { type FileKind, isNamedAs } from '@fiscal/language/files';
import { type FileSystemProvider, type LangiumDocument, UriUtils } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver';
import type { Suggestion } from './suggestion.js';

/** Files and folders that a path in quotes could go on with, seen from the document's own folder. */
export async function fileSuggestions(
  document: LangiumDocument,
  lead: string,
  wanted: FileKind,
  files: FileSystemProvider,
): Promise<Suggestion[]> {
  const folder = UriUtils.joinPath(UriUtils.dirname(document.uri), lead.slice(0, lead.lastIndexOf('/') + 1));
  try {
    const entries = await files.readDirectory(folder);
    return entries.flatMap(({ uri, isDirectory }): Suggestion[] => {
      const name = UriUtils.basename(uri);
      if (name.startsWith('.') || UriUtils.equals(uri, document.uri)) return [];
      if (isDirectory) return [{ label: `${name}/`, kind: CompletionItemKind.Folder, rank: 1 }];
      return isNamedAs(wanted, name) ? [{ label: name, kind: CompletionItemKind.File, rank: 0 }] : [];
    });
  } catch {
    return [];
  }
}
