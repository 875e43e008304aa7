import { Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { messages } from '../messages/messages.js';
import { activeSource } from '../sources.js';
import type { Statuses } from '../statuses.js';
import { webviewFolder } from '../webview-page.js';
import { Preview } from './preview.js';
import type { PreviewState } from './preview-messages.js';

const viewType = 'fiscal.preview';

export interface PreviewCommand extends Disposable {
  /** Opens the preview beside the editor, or turns the open one to another file. */
  open(source: Uri): void;
  /** Shows the report of a file anew, if it is the one that is shown. */
  refreshIf(uri: string): void;
}

/** There is one preview at most; it comes back after the window was reloaded. */
export function registerPreview(
  extensionUri: Uri,
  client: BaseLanguageClient,
  statuses: Statuses,
): PreviewCommand {
  let current: { panel: WebviewPanel; preview: Preview } | undefined;

  const show = (panel: WebviewPanel, source: Uri | undefined): void => {
    panel.webview.options = { enableScripts: true, localResourceRoots: [webviewFolder(extensionUri)] };
    panel.iconPath = fileIcon(extensionUri);
    const preview = new Preview(panel, client, extensionUri);
    current = { panel, preview };
    panel.onDidDispose(() => {
      preview.dispose();
      if (current?.panel === panel) current = undefined;
    });
    if (source) preview.follow(source);
  };
  const open = (source: Uri): void => {
    if (current) {
      current.panel.reveal(undefined, true);
      current.preview.follow(source);
    } else {
      show(createPanel(), source);
    }
  };
  const restore = async (panel: WebviewPanel, state: PreviewState | undefined): Promise<void> => {
    current?.panel.dispose();
    show(panel, state ? Uri.parse(state.uri) : activeSource());
  };
  const registrations = Disposable.from(
    window.registerWebviewPanelSerializer(viewType, { deserializeWebviewPanel: restore }),
    statuses.onDidCheck(({ uri }) => current?.preview.refreshIf(uri)),
  );
  return {
    open,
    refreshIf: (uri) => current?.preview.refreshIf(uri),
    dispose: () => registrations.dispose(),
  };
}

function fileIcon(extensionUri: Uri): { light: Uri; dark: Uri } {
  const icon = (mode: string) => Uri.joinPath(extensionUri, 'icons', `file-${mode}.svg`);
  return { light: icon('light'), dark: icon('dark') };
}

function createPanel(): WebviewPanel {
  const beside = { viewColumn: ViewColumn.Beside, preserveFocus: true };
  return window.createWebviewPanel(viewType, messages.product, beside, { enableFindWidget: true });
}
