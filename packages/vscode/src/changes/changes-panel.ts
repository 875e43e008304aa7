import { changesRequest, type ChangesResult } from '@fiscal/server/protocol';
import { Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { messages } from '../messages/messages.js';
import type { PreviewCommand } from '../preview/register-preview.js';
import { reveal } from '../preview/reveal.js';
import { baseName } from '../sources.js';
import type { Statuses } from '../statuses.js';
import { webviewFolder, webviewPage } from '../webview-page.js';
import type { FromChanges, ToChanges } from './changes-messages.js';
import type { Comparisons } from './comparisons.js';

/** What the list of changes needs of the rest. */
export interface ChangesContext {
  client: BaseLanguageClient;
  extensionUri: Uri;
  comparisons: Comparisons;
  statuses: Statuses;
  preview: PreviewCommand;
}

/** Lists of changes beside their files, one for each, as long as they are open. */
const open = new Map<string, ChangesPanel>();

/** Opens the list of what became of a file, or turns to it. */
export function showChanges(source: Uri, context: ChangesContext): void {
  const known = open.get(source.toString());
  if (known) known.turnTo();
  else open.set(source.toString(), new ChangesPanel(source, context));
}

class ChangesPanel {
  private readonly panel: WebviewPanel;
  private isReady = false;

  constructor(
    private readonly source: Uri,
    private readonly context: ChangesContext,
  ) {
    const { comparisons, statuses, extensionUri } = context;
    this.panel = window.createWebviewPanel(
      'fiscal.changes',
      messages.changesTitle(baseName(source)),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      {
        enableScripts: true,
        enableFindWidget: true,
        retainContextWhenHidden: true,
        localResourceRoots: [webviewFolder(extensionUri)],
      },
    );
    const isOwn = (uri: string) => uri === source.toString();
    const listeners = Disposable.from(
      this.panel.webview.onDidReceiveMessage((message: FromChanges) => this.receive(message)),
      comparisons.onDidChange((uri) => isOwn(uri.toString()) && this.refresh()),
      statuses.onDidCheck(({ uri }) => isOwn(uri) && this.refresh()),
    );
    this.panel.onDidDispose(() => {
      listeners.dispose();
      open.delete(source.toString());
      this.mark(false);
    });
    this.mark(true);
    this.panel.webview.html = webviewPage(this.panel.webview, extensionUri, 'changes');
  }

  turnTo(): void {
    this.panel.reveal(undefined, true);
    void this.refresh();
  }

  /** The preview shows what is another as long as the list is there. */
  private mark(isMarked: boolean): void {
    this.context.comparisons.mark(this.source, isMarked);
    this.context.preview.refreshIf(this.source.toString());
  }

  private receive(message: FromChanges): void {
    if (message.type === 'ready') {
      this.isReady = true;
      void this.refresh();
      return;
    }
    const { place, isOld } = message;
    const old = isOld && (place.uri === undefined || place.uri === this.source.toString());
    const target = old ? this.context.comparisons.oldUri(this.source) : place.uri;
    void reveal({ ...place, ...(target && { uri: target.toString() }) }, this.source, this.panel);
  }

  private async refresh(): Promise<void> {
    if (!this.isReady) return;
    const uri = this.source.toString();
    const { name = '', reports } = await this.context.client.sendRequest<ChangesResult>(changesRequest, {
      uri,
    });
    const content: ToChanges = {
      name: messages.comparedWith(name),
      reports,
      words: messages.changesPage,
    };
    void this.panel.webview.postMessage(content);
  }
}
