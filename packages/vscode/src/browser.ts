import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser.js';
import { start } from './start.js';

/** The worker of a browser; only what is used of it. */
declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[3];

/** In a browser: the server is a worker beside the one that the extension runs in. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server', 'browser.js').toString(true);
  const readers = Uri.joinPath(context.extensionUri, 'dist', 'server', 'readers.js').toString(true);
  return start(context, (name, options) => {
    const initializationOptions = { ...options.initializationOptions, readers };
    return new LanguageClient('fiscal', name, { ...options, initializationOptions }, new Worker(script));
  });
}
