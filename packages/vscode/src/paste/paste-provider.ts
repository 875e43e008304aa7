import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { messages } from '../messages/messages.js';
import { readTable } from './read-table.js';

/** What this asks of editors that let extensions paste: newer ones than the oldest that this runs in. */
interface PastingEditor {
  languages: {
    registerDocumentPasteEditProvider?(
      selector: vscode.DocumentSelector,
      provider: PasteEditProvider,
      metadata: { providedPasteEditKinds: readonly EditKind[]; pasteMimeTypes: readonly string[] },
    ): vscode.Disposable;
  };
  DocumentDropOrPasteEditKind?: { Empty: EditKind };
  DocumentPasteEdit?: new (insertText: string, title: string, kind: EditKind) => object;
}

interface EditKind {
  append(...parts: string[]): EditKind;
}

interface PasteEditProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): Promise<object[] | undefined>;
}

/** Cells copied in a spreadsheet are pasted as lines of their block; the editor offers the plain text beside. */
export function registerPasteProvider(client: BaseLanguageClient): vscode.Disposable {
  const {
    languages,
    DocumentDropOrPasteEditKind: kinds,
    DocumentPasteEdit,
  } = vscode as unknown as PastingEditor;
  if (
    !languages.registerDocumentPasteEditProvider ||
    !kinds ||
    !DocumentPasteEdit ||
    !isNewEnough(vscode.version)
  )
    return new vscode.Disposable(() => undefined);
  const kind = kinds.Empty.append('fiscal', 'table');
  const provider: PasteEditProvider = {
    async provideDocumentPasteEdits(document, [range, ...others], data, _, token) {
      if (!range || others.length > 0) return undefined;
      const text = await data.get('text/plain')?.asString();
      if (text === undefined) return undefined;
      const choices = await readTable(text, document, range.start, client, token);
      const indentation = /^\s*/.exec(document.lineAt(range.start).text.slice(0, range.start.character))![0];
      return choices.map(
        ({ text: lines, columns }) =>
          new DocumentPasteEdit(lessIndented(lines, indentation), messages.pasteAs(columns), kind),
      );
    },
  };
  return languages.registerDocumentPasteEditProvider({ language: 'fiscal' }, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/plain'],
  });
}

/** The editor indents each line but the first by what the line has that is pasted into. */
function lessIndented(lines: string, indentation: string): string {
  return lines.replaceAll(`\n${indentation}`, '\n');
}

/** Editors before 1.97 have all of this, and refuse it to extensions. */
function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 1 || (major === 1 && minor >= 97);
}
