import type { ReportKind } from '@fiscal/server/protocol';
import { Uri, window, workspace } from 'vscode';
import { messages } from '../messages/messages.js';
import { fileName } from '../sources.js';
import type { Context } from './context.js';
import { firstReport } from './first-report.js';
import { importReport } from './import-report.js';
import { isThere } from './is-there.js';
import { nextReport } from './next-report.js';

export interface NewFile {
  text: string;
  /** Without its extension. */
  name: string;
  /** None where no folder is open. */
  folder: Uri | undefined;
}

/** 新建报告: a commented file to begin with, or next year's from last year's. */
export async function newReport(context: Context): Promise<void> {
  const { client, preview } = context;
  const start = await askForStart();
  if (!start) return;
  if (start.isPublished) return void importReport(undefined, undefined, context);
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

interface Start {
  label: string;
  description: string;
  /** Without one: from last year's file. */
  report?: ReportKind;
  isPublished?: true;
}

async function askForStart(): Promise<Start | undefined> {
  const starts: Start[] = [
    { label: '部门决算', description: messages.newDepartment, report: '部门决算' },
    { label: '单位决算', description: messages.newUnit, report: '单位决算' },
    { label: messages.newFrom, description: messages.newFromHint },
    { label: messages.newPublished, description: messages.newPublishedHint, isPublished: true },
  ];
  return window.showQuickPick(starts, { title: messages.newStart });
}

async function showUnsaved(content: string): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language: 'fiscal', content }));
}

async function offerExisting(target: Uri): Promise<void> {
  const choice = await window.showWarningMessage(messages.exists(fileName(target)), messages.showFile);
  if (choice) await window.showTextDocument(target);
}
