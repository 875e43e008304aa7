import { previewRequest, type PreviewResult, type ReportParams } from '@fiscal/server/protocol';
import { Disposable, type TextEditor, Uri, type WebviewPanel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { messages } from '../messages/messages.js';
import { baseName, isFiscal } from '../sources.js';
import { webviewPage } from '../webview-page.js';
import type { FromPreview, ToPreview } from './preview-messages.js';
import { reveal } from './reveal.js';

/** One panel that shows the report of the file in front, as it is typed. */
export class Preview implements Disposable {
  private source: Uri | undefined;
  private isReady = false;
  /** A request is under way; whatever happens meanwhile needs one more after it, not one each. */
  private isComposing = false;
  private isStale = false;
  private readonly listeners: Disposable;

  constructor(
    private readonly panel: WebviewPanel,
    private readonly client: BaseLanguageClient,
    extensionUri: Uri,
  ) {
    this.listeners = Disposable.from(
      panel.webview.onDidReceiveMessage((message: FromPreview) => this.receive(message)),
      window.onDidChangeActiveTextEditor((editor) => this.followEditor(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.followCursor(textEditor)),
      workspace.onDidCloseTextDocument(({ uri }) => this.refreshIf(uri.toString())),
    );
    panel.webview.html = webviewPage(panel.webview, extensionUri, 'preview');
  }

  dispose(): void {
    this.listeners.dispose();
  }

  /** Shows another file. */
  follow(source: Uri): void {
    this.source = source;
    this.panel.title = messages.previewTitle(baseName(source));
    void this.refresh();
  }

  refreshIf(uri: string): void {
    if (this.source?.toString() === uri) void this.refresh();
  }

  private followEditor(editor: TextEditor | undefined): void {
    if (!editor || !isFiscal(editor.document)) return;
    if (editor.document.uri.toString() !== this.source?.toString()) this.follow(editor.document.uri);
  }

  private followCursor(editor: TextEditor): void {
    if (editor.document.uri.toString() !== this.source?.toString()) return;
    const { line, character } = editor.selection.active;
    this.send({ type: 'cursor', place: { line, character } });
  }

  private receive(message: FromPreview): void {
    if (message.type === 'ready') this.becomeReady();
    else if (this.source) void reveal(message.place, this.source, this.panel);
  }

  /** Also after the page was hidden and made anew. */
  private becomeReady(): void {
    this.isReady = true;
    if (this.source) void this.refresh();
    else this.send({ type: 'notice', text: messages.previewNoSource });
  }

  private async refresh(): Promise<void> {
    this.isStale = true;
    if (this.isComposing || !this.isReady) return;
    this.isComposing = true;
    try {
      while (this.isStale && this.source) await this.compose(this.source);
    } finally {
      this.isComposing = false;
    }
  }

  private async compose(source: Uri): Promise<void> {
    this.isStale = false;
    const parameters: ReportParams = { uri: source.toString() };
    const result = await this.client.sendRequest<PreviewResult>(previewRequest, parameters);
    if (source !== this.source) return;
    this.send(messageOf(result, source));
    const editor = window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === parameters.uri,
    );
    if (editor) this.followCursor(editor);
  }

  private send(message: ToPreview): void {
    void this.panel.webview.postMessage(message);
  }
}

function messageOf({ html, style, empty }: PreviewResult, source: Uri): ToPreview {
  if (empty === 'no-report') return { type: 'notice', text: messages.previewNoReport };
  if (empty === 'no-template') return { type: 'notice', text: messages.previewNoTemplate };
  return { type: 'show', html, style, uri: source.toString() };
}
