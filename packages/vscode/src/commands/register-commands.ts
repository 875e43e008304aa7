import { commands, Disposable } from 'vscode';
import { buildReport } from './build-report.js';
import { checkWorkspace } from './check-workspace.js';
import type { Context } from './context.js';
import { newReport } from './new-report.js';
import { openPreview } from './open-preview.js';
import { listRelations } from './list-relations.js';
import { showProblems } from './show-problems.js';

/** The names that menus, keys, the walkthrough and the server's code lens call. */
export function registerCommands(context: Context): Disposable {
  return Disposable.from(
    commands.registerCommand('fiscal.new', () => newReport(context)),
    commands.registerCommand('fiscal.preview', (source) => openPreview(source, context)),
    commands.registerCommand('fiscal.build', (source) => buildReport(source, context)),
    commands.registerCommand('fiscal.check', () => checkWorkspace(context)),
    commands.registerCommand('fiscal.facts', (source) => listRelations(source, context)),
    commands.registerCommand('fiscal.showProblems', showProblems),
  );
}
