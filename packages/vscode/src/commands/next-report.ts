import { rollForwardRequest, type RollForwardResult } from '@fiscal/server/protocol';
import { Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { messages } from '../messages/messages.js';
import { baseName } from '../sources.js';
import { askForFile } from './ask-for-file.js';
import { askForYear, lastYear } from './ask-for-year.js';
import type { NewFile } from './new-report.js';
import { showProblems } from './show-problems.js';
import { withProgress } from './with-progress.js';

/** Made from last year's file, and beside it: what that refers to is found by relative paths. */
export async function nextReport(client: BaseLanguageClient): Promise<NewFile | undefined> {
  const old = await askForFile(messages.newFrom);
  const year = old && (await askForYear(yearAfter(baseName(old))));
  if (!old || year === undefined) return undefined;
  const { text, name, errors } = await withProgress(messages.creating, () =>
    client.sendRequest<RollForwardResult>(rollForwardRequest, { uri: old.toString(), year }),
  );
  if (errors > 0 && !(await isWantedWithErrors(errors, old))) return undefined;
  return { text, name, folder: Uri.joinPath(old, '..') };
}

/** The year that follows the one in the name; last year where there is none. */
function yearAfter(name: string): number {
  const written = /(?<!\d)(19|20)\d\d(?!\d)/.exec(name)?.[0];
  return written === undefined ? lastYear() : Number(written) + 1;
}

/** What is wrong in the old file stays in the new one as it is. */
async function isWantedWithErrors(errors: number, old: Uri): Promise<boolean> {
  const choice = await window.showErrorMessage(
    messages.notRolled(errors),
    messages.showProblems,
    messages.createAnyway,
  );
  if (choice === messages.showProblems) {
    await window.showTextDocument(old);
    await showProblems();
  }
  return choice === messages.createAnyway;
}
