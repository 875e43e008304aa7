import type { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PreviewCommand } from '../preview/register-preview.js';

/** What commands work with. */
export interface Context {
  client: BaseLanguageClient;
  preview: PreviewCommand;
  extensionUri: Uri;
}
