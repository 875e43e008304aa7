import { Position, Range, type Uri, Uri as Uris, ViewColumn, window, workspace } from 'vscode';
import type { Place } from './preview-messages.js';

/** Puts the cursor at a place of the source, in the editor that already shows it if there is one. */
export async function reveal(place: Place, source: Uri): Promise<void> {
  const uri = place.uri === undefined ? source : Uris.parse(place.uri);
  const document = await workspace.openTextDocument(uri);
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const start = document.validatePosition(new Position(place.line, place.character));
  await window.showTextDocument(document, {
    selection: new Range(start, start),
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
  });
}
