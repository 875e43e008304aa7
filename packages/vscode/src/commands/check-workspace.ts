import { checkWorkspaceRequest, type CheckWorkspaceResult, type StatusParams } from '@fiscal/server/protocol';
import { window } from 'vscode';
import { messages } from '../messages/messages.js';
import type { Context } from './context.js';
import { showProblems } from './show-problems.js';
import { withProgress } from './with-progress.js';

/** 检查工作区: every report, open or not. */
export async function checkWorkspace({ client }: Context): Promise<void> {
  const { files } = await withProgress(messages.checking, () =>
    client.sendRequest<CheckWorkspaceResult>(checkWorkspaceRequest, {}),
  );
  const sum = (count: (file: StatusParams) => number) =>
    files.reduce((total, file) => total + count(file), 0);
  const counts = messages.statusCounts(
    sum(({ errors }) => errors),
    sum(({ warnings }) => warnings),
    sum(({ tails }) => tails),
    sum(({ notChecked }) => notChecked),
  );
  const choice = await window.showInformationMessage(
    messages.checked(files.length, counts),
    messages.showProblems,
  );
  if (choice) await showProblems();
}
