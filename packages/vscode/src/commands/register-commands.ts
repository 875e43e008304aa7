import { commands, Disposable, window } from 'vscode';
import { messages } from '../messages/messages.js';
import { buildReport } from './build-report.js';
import { checkWorkspace } from './check-workspace.js';
import { compareWith, compareWithCommit, listChanges } from './compare.js';
import type { Context } from './context.js';
import { importReport } from './import-report.js';
import { listRelations } from './list-relations.js';
import { newReport } from './new-report.js';
import { openPreview } from './open-preview.js';
import { pasteTable } from './paste-table.js';
import { showProblems } from './show-problems.js';

/** The names that menus, keys, the walkthrough and the server's code lens call. */
export function registerCommands(context: Context): Disposable {
  return Disposable.from(
    registerCommand('fiscal.new', () => newReport(context)),
    registerCommand('fiscal.import', (file, all) => importReport(file, all, context)),
    registerCommand('fiscal.preview', (source) => openPreview(source, context)),
    registerCommand('fiscal.build', (source) => buildReport(source, context)),
    registerCommand('fiscal.check', () => checkWorkspace(context)),
    registerCommand('fiscal.facts', (source) => listRelations(source, context)),
    registerCommand('fiscal.compare', (source) => compareWithCommit(source, context)),
    registerCommand('fiscal.compareWith', (source) => compareWith(source, context)),
    registerCommand('fiscal.changes', (source) => listChanges(source, context)),
    registerCommand('fiscal.pasteTable', () => pasteTable(context)),
    registerCommand('fiscal.showProblems', showProblems),
  );
}

/** A command that fails says so and why: a full disk, a folder that may not be written to. */
function registerCommand(name: string, run: (named: unknown, all: unknown) => unknown): Disposable {
  return commands.registerCommand(name, async (named: unknown, all: unknown) => {
    try {
      await run(named, all);
    } catch (error) {
      void window.showErrorMessage(messages.failed(error instanceof Error ? error.message : String(error)));
    }
  });
}
