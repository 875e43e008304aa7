import {
  type BuildParams,
  buildRequest,
  type BuildResult,
  type BuiltFile,
  bytesOf,
} from '@fiscal/server/protocol';
import { commands, env, UIKind, Uri, window, workspace } from 'vscode';
import { messages } from '../messages/messages.js';
import { sourceOf } from '../sources.js';
import { askForFormats } from './ask-for-formats.js';
import type { Context } from './context.js';
import { showProblems } from './show-problems.js';
import { withProgress } from './with-progress.js';

/** 生成报告: writes the publications into a folder beside the source. */
export async function buildReport(named: unknown, { client }: Context): Promise<void> {
  const source = sourceOf(named);
  const to = source && (await askForFormats(client));
  if (!to) return;
  const parameters: BuildParams = { uri: source.toString(), to };
  const {
    files,
    errors,
    empty,
    cannotPrint,
    folder: wanted,
  } = await withProgress(messages.building, () => client.sendRequest<BuildResult>(buildRequest, parameters));
  if (cannotPrint) return void window.showErrorMessage(messages.cannotPrint[cannotPrint]);
  if (empty || files.length === 0) return void window.showWarningMessage(messages.nothingToBuild);
  if (errors > 0 && !(await isWantedWithErrors(errors))) return;
  const folder = wanted === undefined ? outputFolder(source) : Uri.parse(wanted);
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

async function write(files: BuiltFile[], folder: Uri): Promise<void> {
  for (const file of files) await workspace.fs.writeFile(below(folder, file), contentOf(file));
}

function below(folder: Uri, { name }: BuiltFile): Uri {
  return Uri.joinPath(folder, ...name.split('/'));
}

function contentOf(file: BuiltFile): Uint8Array {
  return 'text' in file ? new TextEncoder().encode(file.text) : bytesOf(file.base64);
}

async function offerResult(files: BuiltFile[], folder: Uri): Promise<void> {
  const choice = await window.showInformationMessage(
    messages.built(files.length, workspace.asRelativePath(folder)),
    messages.openBuilt,
    messages.openFolder,
  );
  if (choice === messages.openBuilt) await openBuilt(files, folder);
  else if (choice === messages.openFolder)
    await commands.executeCommand('revealInExplorer', below(folder, files[0]!));
}

/** The page in a browser where there is one beside the editor; elsewhere the Markdown as the editor shows it. */
async function openBuilt(files: BuiltFile[], folder: Uri): Promise<void> {
  const isHere = folder.scheme === 'file' && env.uiKind === UIKind.Desktop && !env.remoteName;
  const reports = files.filter(({ publication }) => publication);
  const best = isHere ? 'html' : 'markdown';
  const report = reports.find(({ publication }) => publication === best) ?? reports[0]!;
  const target = below(folder, report);
  if (isHere) await env.openExternal(target);
  else if (report.publication === best) await commands.executeCommand('markdown.showPreview', target);
  else await commands.executeCommand('vscode.open', target);
}
