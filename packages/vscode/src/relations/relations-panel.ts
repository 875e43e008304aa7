import { type Uri, ViewColumn, window } from 'vscode';
import { messages } from '../messages/messages.js';
import { reveal } from '../preview/reveal.js';
import { baseName } from '../sources.js';
import { webviewFolder, webviewPage } from '../webview-page.js';
import type { FromRelations, ToRelations } from './relations-messages.js';

/** A table of all relations between the figures of a report; a figure in it leads to its place. */
export function showRelations(source: Uri, relations: ToRelations['relations'], extensionUri: Uri): void {
  const panel = window.createWebviewPanel(
    'fiscal.relations',
    messages.relationsTitle(baseName(source)),
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    {
      enableScripts: true,
      enableFindWidget: true,
      retainContextWhenHidden: true,
      localResourceRoots: [webviewFolder(extensionUri)],
    },
  );
  panel.webview.onDidReceiveMessage((message: FromRelations) => {
    const content: ToRelations = { relations, words: messages.relationsPage };
    if (message.type === 'ready') void panel.webview.postMessage(content);
    else void reveal(message.place, source, panel);
  });
  panel.webview.html = webviewPage(panel.webview, extensionUri, 'relations');
}
