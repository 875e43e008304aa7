import { buildRequest, type BuildResult } from '@fiscal/server/protocol';
import { commands, env, UIKind, Uri, window, workspace } from 'vscode';
import { messages } from '../messages/messages.js';
import { sourceOf } from '../sources.js';
import type { Context } from './context.js';
import { showProblems } from './show-problems.js';
import { withProgress } from './with-progress.js';

/** 生成报告: writes the publications into a folder beside the source. */
export async function buildReport(named: unknown, { client }: Context): Promise<void> {
  const source = sourceOf(named);
  if (!source) return;
  const { files, errors, empty } = await withProgress(messages.building, () =>
    client.sendRequest<BuildResult>(buildRequest, { uri: source.toString() }),
  );
  if (empty || files.length === 0) return void window.showWarningMessage(messages.nothingToBuild);
  if (errors > 0 && !(await isWantedWithErrors(errors))) return;
  const folder = outputFolder(source);
  await withProgress(messages.building, () => write(files, folder));
  await offerResult(files, folder);
}

/** A report with errors is not published by accident. */
async function isWantedWithErrors(errors: number): Promise<boolean> {
  const choice = await window.showErrorMessage(
    messages.notBuilt(errors),
    messages.showProblems,
    messages.buildAnyway,
  );
  if (choice === messages.showProblems) await showProblems();
  return choice === messages.buildAnyway;
}

function outputFolder(source: Uri): Uri {
  const name = workspace.getConfiguration('fiscal', source).get('outputFolder', '成文');
  return Uri.joinPath(source, '..', ...name.split(/[\\/]/));
}

async function write(files: BuildResult['files'], folder: Uri): Promise<void> {
  const encoder = new TextEncoder();
  for (const { name, text } of files)
    await workspace.fs.writeFile(Uri.joinPath(folder, ...name.split('/')), encoder.encode(text));
}

async function offerResult(files: BuildResult['files'], folder: Uri): Promise<void> {
  const choice = await window.showInformationMessage(
    messages.built(files.length, workspace.asRelativePath(folder)),
    messages.openBuilt,
    messages.openFolder,
  );
  if (choice === messages.openBuilt) await openBuilt(files, folder);
  else if (choice === messages.openFolder)
    await commands.executeCommand('revealInExplorer', Uri.joinPath(folder, files[0]!.name));
}

/** The page in a browser where there is one beside the editor; elsewhere the Markdown as the editor shows it. */
async function openBuilt(files: BuildResult['files'], folder: Uri): Promise<void> {
  const isHere = folder.scheme === 'file' && env.uiKind === UIKind.Desktop && !env.remoteName;
  const { name } = files.find((file) => file.name.endsWith(isHere ? '.html' : '.md')) ?? files[0]!;
  const target = Uri.joinPath(folder, name);
  if (isHere) await env.openExternal(target);
  else await commands.executeCommand('markdown.showPreview', target);
}
