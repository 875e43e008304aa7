import {
  Position,
  Range,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { Place } from './preview-messages.js';

/** A page says that it has the focus up to a quarter of a second after it was clicked. */
const focusDelay = 300;

/** Puts the cursor at a place of the source that was clicked in a page. */
export async function reveal(place: Place, source: Uri, panel: WebviewPanel): Promise<void> {
  const { document, viewColumn } = await show(place, source);
  // Not before the page has told of its focus, or it would take the focus back.
  await becomesActive(panel);
  // Whoever went elsewhere meanwhile stays there.
  if (!window.visibleTextEditors.some((editor) => editor.document === document)) return;
  await window.showTextDocument(document, { viewColumn });
}

/** In the editor that already shows the file, if there is one. */
async function show(place: Place, source: Uri): Promise<TextEditor> {
  const document = await workspace.openTextDocument(place.uri === undefined ? source : Uri.parse(place.uri));
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const start = document.validatePosition(new Position(place.line, place.character));
  return window.showTextDocument(document, {
    selection: new Range(start, start),
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    preserveFocus: true,
  });
}

async function becomesActive(panel: WebviewPanel): Promise<void> {
  if (panel.active) return;
  await new Promise<void>((resolve) => {
    const listener = panel.onDidChangeViewState(() => panel.active && end());
    const timer = setTimeout(() => end(), focusDelay);
    const end = () => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
  });
}

/** In Node as in a browser. */
declare function setTimeout(callback: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;
