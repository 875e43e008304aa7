import type { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Comparisons } from '../changes/comparisons.js';
import type { PreviewCommand } from '../preview/register-preview.js';
import type { Statuses } from '../statuses.js';

/** What commands work with. */
export interface Context {
  client: BaseLanguageClient;
  preview: PreviewCommand;
  comparisons: Comparisons;
  statuses: Statuses;
  extensionUri: Uri;
}
