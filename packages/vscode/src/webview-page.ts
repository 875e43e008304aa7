import { Uri, type Webview } from 'vscode';

/** A page that runs one script of ours, loads nothing else, and reaches no network. */
export function webviewPage(webview: Webview, extensionUri: Uri, script: string): string {
  const source = webview.asWebviewUri(Uri.joinPath(webviewFolder(extensionUri), `${script}.js`));
  const style = webview.asWebviewUri(Uri.joinPath(webviewFolder(extensionUri), `${script}.css`));
  const nonce = newNonce();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}' ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style nonce="${nonce}" id="report-style"></style>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main></main>
<script nonce="${nonce}" src="${source}"></script>
</body>
</html>
`;
}

/** All that a page may load from the extension. */
export function webviewFolder(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'dist', 'webview');
}

/** New for every page. */
function newNonce(): string {
  return Array.from({ length: 3 }, () => Math.random().toString(36).slice(2)).join('');
}
