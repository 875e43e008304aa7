import { checkWorkspaceRequest, type CheckWorkspaceResult, type StatusParams } from '@fiscal/server/protocol';
import { window } from 'vscode';
import type { Counts } from '../messages/chinese.js';
import { messages } from '../messages/messages.js';
import type { Context } from './context.js';
import { showProblems } from './show-problems.js';
import { withProgress } from './with-progress.js';

/** 检查工作区: every report, open or not. */
export async function checkWorkspace({ client }: Context): Promise<void> {
  const { files } = await withProgress(messages.checking, () =>
    client.sendRequest<CheckWorkspaceResult>(checkWorkspaceRequest, {}),
  );
  const choice = await window.showInformationMessage(
    messages.checked(files.length, messages.statusCounts(total(files))),
    messages.showProblems,
  );
  if (choice) await showProblems();
}

function total(files: StatusParams[]): Counts {
  const sum = (name: keyof Counts) => files.reduce((count, file) => count + file[name], 0);
  return {
    errors: sum('errors'),
    warnings: sum('warnings'),
    tails: sum('tails'),
    notChecked: sum('notChecked'),
    unfilled: sum('unfilled'),
  };
}
