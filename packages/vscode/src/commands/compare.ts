import { Uri, window, workspace } from 'vscode';
import { showChanges } from '../changes/changes-panel.js';
import { repositoryOf, textAt, withoutMark } from '../changes/git.js';
import { messages } from '../messages/messages.js';
import { baseName, fileName, sourceOf } from '../sources.js';
import type { Context } from './context.js';

/** 与上次提交比较: what became of the report since its last commit. */
export async function compareWithCommit(named: unknown, context: Context): Promise<void> {
  const source = sourceOf(named);
  if (!source) return;
  await workspace.openTextDocument(source);
  if (await context.comparisons.compareWithCommit(source)) showChanges(source, context);
  else void window.showInformationMessage(messages.noCommit(fileName(source)));
}

/** The list of what became of the report, whatever it is compared with. */
export async function listChanges(named: unknown, context: Context): Promise<void> {
  const source = sourceOf(named);
  if (!source) return;
  if (context.comparisons.baseOf(source)) showChanges(source, context);
  else await compareWithCommit(source, context);
}

interface Choice {
  label: string;
  description?: string;
  read(): Promise<string | undefined>;
}

/** Commits that are offered; older ones are found by git itself. */
const mostCommits = 30;

/** 与…比较: an earlier commit, what is saved, or another file. */
export async function compareWith(named: unknown, context: Context): Promise<void> {
  const source = sourceOf(named);
  if (!source) return;
  await workspace.openTextDocument(source);
  const choices = [...(await filesBeside(source)), ...(await commitsOf(source))];
  const choice = await window.showQuickPick(choices, {
    title: messages.compareWith(baseName(source)),
    matchOnDescription: true,
  });
  const text = await choice?.read();
  if (choice === undefined) return;
  if (text === undefined) return void window.showInformationMessage(messages.noVersion(choice.label));
  context.comparisons.compareWith(source, { text, name: choice.label });
  showChanges(source, context);
}

async function commitsOf(source: Uri): Promise<Choice[]> {
  const repository = source.scheme === 'file' ? await repositoryOf(source) : undefined;
  if (!repository) return [];
  const commits = await repository.log({ maxEntries: mostCommits, path: source.fsPath }).catch(() => []);
  return commits.map(({ hash, message, authorName, authorDate }) => ({
    label: message.split('\n')[0] || hash.slice(0, 8),
    description: [hash.slice(0, 8), authorName, authorDate?.toLocaleDateString()].filter(Boolean).join(' · '),
    read: () => textAt(repository, hash, source),
  }));
}

/** What is saved, where the editor has something else, and the other reports of the workspace. */
async function filesBeside(source: Uri): Promise<Choice[]> {
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === source.toString());
  const saved = document?.isDirty ? [choiceOf(source, messages.savedVersion)] : [];
  const found = await workspace.findFiles('**/*.fiscal', '**/node_modules/**');
  const others = found.filter((uri) => uri.toString() !== source.toString());
  return [...saved, ...others.map((uri) => choiceOf(uri, workspace.asRelativePath(uri)))];
}

function choiceOf(uri: Uri, label: string): Choice {
  const read = async () => withoutMark(new TextDecoder().decode(await workspace.fs.readFile(uri)));
  return { label, read };
}
