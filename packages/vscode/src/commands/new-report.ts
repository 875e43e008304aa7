import type { ReportKind } from '@fiscal/server/protocol';
import { Uri, window, workspace } from 'vscode';
import { messages } from '../messages/messages.js';
import { fileName } from '../sources.js';
import type { Context } from './context.js';
import { firstReport } from './first-report.js';
import { nextReport } from './next-report.js';

export interface NewFile {
  text: string;
  /** Without its extension. */
  name: string;
  /** None where no folder is open. */
  folder: Uri | undefined;
}

/** 新建报告: a commented file to begin with, or next year's from last year's. */
export async function newReport({ client, preview }: Context): Promise<void> {
  const start = await askForStart();
  if (!start) return;
  const file = await (start.report ? firstReport(start.report, client) : nextReport(client));
  if (!file) return;
  if (!file.folder) return showUnsaved(file.text);
  const target = Uri.joinPath(file.folder, `${file.name}.fiscal`);
  if (await isThere(target)) return offerExisting(target);
  await workspace.fs.writeFile(target, new TextEncoder().encode(file.text));
  await window.showTextDocument(target, { preview: false });
  const choice = await window.showInformationMessage(
    messages.created(fileName(target)),
    messages.showPreview,
  );
  if (choice) preview.open(target);
}

/** Without a kind of report: from last year's file. */
async function askForStart(): Promise<{ report?: ReportKind } | undefined> {
  const starts: { label: string; description: string; report?: ReportKind }[] = [
    { label: '部门决算', description: messages.newDepartment, report: '部门决算' },
    { label: '单位决算', description: messages.newUnit, report: '单位决算' },
    { label: messages.newFrom, description: messages.newFromHint },
  ];
  return window.showQuickPick(starts, { title: messages.newStart });
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
