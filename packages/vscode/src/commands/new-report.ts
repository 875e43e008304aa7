import { skeletonRequest, type SkeletonParams, type SkeletonResult } from '@fiscal/server/protocol';
import { Uri, window, workspace } from 'vscode';
import { messages } from '../messages/messages.js';
import { fileName } from '../sources.js';
import type { Context } from './context.js';
import { withProgress } from './with-progress.js';

/** 新建报告: a commented file to begin with, in the workspace's first folder, or unsaved where there is none. */
export async function newReport({ client, preview }: Context): Promise<void> {
  const asked = await askForReport();
  if (!asked) return;
  const { text } = await withProgress(messages.creating, () =>
    client.sendRequest<SkeletonResult>(skeletonRequest, asked),
  );
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (!folder) return showUnsaved(text);
  const target = Uri.joinPath(folder, `${safeName(asked.name)}-${asked.year}.fiscal`);
  if (await isThere(target)) return offerExisting(target);
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await window.showTextDocument(target, { preview: false });
  const choice = await window.showInformationMessage(
    messages.created(fileName(target)),
    messages.showPreview,
  );
  if (choice) preview.open(target);
}

async function askForReport(): Promise<SkeletonParams | undefined> {
  const name = await window.showInputBox({
    title: messages.newName,
    placeHolder: messages.newNameHint,
    validateInput: (value) => (value.trim() === '' ? messages.newNameMissing : undefined),
  });
  if (name === undefined) return undefined;
  const year = await window.showInputBox({
    title: messages.newYear,
    value: String(new Date().getFullYear() - 1),
    validateInput: (value) => (/^\d{4}$/.test(value.trim()) ? undefined : messages.newYearWrong),
  });
  return year === undefined ? undefined : { name: name.trim(), year: Number(year) };
}

/** Without what some file system forbids in a name. */
function safeName(name: string): string {
  return name.replace(/[<>:"/\\|?*\s]+/g, '-');
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function showUnsaved(content: string): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language: 'fiscal', content }));
}

async function offerExisting(target: Uri): Promise<void> {
  const choice = await window.showWarningMessage(messages.exists(fileName(target)), messages.showFile);
  if (choice) await window.showTextDocument(target);
}
