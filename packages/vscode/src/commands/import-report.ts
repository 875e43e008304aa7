import {
  base64Of,
  largestDocument,
  readableExtensions,
  type ReadParams,
  readRequest,
  type ReadResult,
} from '@fiscal/server/protocol';
import { Position, Selection, TextEditorRevealType, Uri, window, workspace } from 'vscode';
import { messages } from '../messages/messages.js';
import { fileName } from '../sources.js';
import type { Context } from './context.js';
import { isThere } from './is-there.js';
import { showProblems } from './show-problems.js';
import { withProgress } from './with-progress.js';

/**
 * 导入已公开的报告: a source out of the documents that a report was published in, written beside them. They are what was
 * chosen in the explorer, where the command was called there.
 */
export async function importReport(named: unknown, all: unknown, context: Context): Promise<void> {
  const files = chosen(named, all) ?? (await askForDocuments());
  if (files && files.length > 0) await importDocuments(files, context);
}

/** What makes one report: its text in Word, its tables in Excel. */
export async function importDocuments(
  files: readonly Uri[],
  { client }: Pick<Context, 'client'>,
): Promise<void> {
  const { failures, report } = await withProgress(messages.reading(files.map(fileName)), async () =>
    client.sendRequest<ReadResult>(readRequest, { files: await Promise.all(files.map(contentOf)) }),
  );
  if (!report) return void window.showErrorMessage(failures.join('\n'));
  await show(report, Uri.joinPath(files[0]!, '..', `${report.name}.fiscal`));
}

async function contentOf(file: Uri): Promise<ReadParams['files'][number]> {
  const name = fileName(file);
  const { size } = await workspace.fs.stat(file);
  if (size > largestDocument) throw new Error(messages.tooLarge(name));
  return { name, base64: base64Of(await workspace.fs.readFile(file)) };
}

/** A file that is there already stays as it is; the source is shown without a place of its own then. */
async function show({ source, summary, unread }: ReadResult['report'] & object, target: Uri): Promise<void> {
  const isTaken = await isThere(target);
  if (!isTaken) await workspace.fs.writeFile(target, new TextEncoder().encode(source));
  const document = isTaken
    ? await workspace.openTextDocument({ language: 'fiscal', content: source })
    : await workspace.openTextDocument(target);
  const editor = await window.showTextDocument(document, { preview: false });
  const told = isTaken ? [...summary, messages.exists(fileName(target))] : summary;
  const choice = await window.showInformationMessage(
    `${told.join('；')}。`,
    ...(unread > 0 ? [messages.showUnread] : []),
    messages.showProblems,
  );
  if (choice === messages.showProblems) await showProblems();
  if (choice !== messages.showUnread) return;
  const at = new Position(document.lineCount - unread - 2, 0);
  await window.showTextDocument(document, {
    viewColumn: editor.viewColumn,
    selection: new Selection(at, at),
  });
  window.activeTextEditor?.revealRange(new Selection(at, at), TextEditorRevealType.AtTop);
}

function chosen(named: unknown, all: unknown): readonly Uri[] | undefined {
  if (Array.isArray(all) && all.length > 0 && all.every((one) => one instanceof Uri)) return all;
  return named instanceof Uri ? [named] : undefined;
}

async function askForDocuments(): Promise<Uri[] | undefined> {
  return window.showOpenDialog({
    title: messages.importTitle,
    openLabel: messages.importLabel,
    canSelectMany: true,
    filters: { [messages.documents]: [...readableExtensions] },
  });
}
