import {
  type ReportKind,
  type SkeletonParams,
  skeletonRequest,
  type SkeletonResult,
  templatesRequest,
  type TemplatesResult,
} from '@fiscal/server/protocol';
import { window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { messages } from '../messages/messages.js';
import { askForYear, lastYear } from './ask-for-year.js';
import type { NewFile } from './new-report.js';
import { withProgress } from './with-progress.js';

/** A commented file to begin with, in the workspace's first folder. */
export async function firstReport(
  kind: ReportKind,
  client: BaseLanguageClient,
): Promise<NewFile | undefined> {
  const asked = await askForReport(kind, client);
  if (!asked) return undefined;
  const { text } = await withProgress(messages.creating, () =>
    client.sendRequest<SkeletonResult>(skeletonRequest, asked),
  );
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return { text, name: `${safeName(asked.name)}-${asked.year}`, folder };
}

async function askForReport(
  kind: ReportKind,
  client: BaseLanguageClient,
): Promise<SkeletonParams | undefined> {
  const name = await window.showInputBox({
    title: messages.newName,
    placeHolder: messages.newNameHint,
    validateInput: (value) => (value.trim() === '' ? messages.newNameMissing : undefined),
  });
  if (name === undefined) return undefined;
  const year = await askForYear(lastYear());
  if (year === undefined) return undefined;
  const { templates } = await client.sendRequest<TemplatesResult>(templatesRequest);
  const template = await window.showQuickPick(templates, { title: messages.newTemplate });
  return template === undefined ? undefined : { name: name.trim(), year, kind, template };
}

/** Without what some file system forbids in a name. */
function safeName(name: string): string {
  return name.replace(/[<>:"/\\|?*\s]+/g, '-');
}
