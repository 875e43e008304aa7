import type { StatusParams } from '@fiscal/server/protocol';
import { Disposable, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import { messages } from './messages/messages.js';
import type { Statuses } from './statuses.js';

/** What checking the file in front found: errors and warnings · 尾差 · 未检查. */
export function registerStatusBar(statuses: Statuses): Disposable {
  const item = window.createStatusBarItem('fiscal.status', StatusBarAlignment.Left, 10);
  item.name = messages.statusTitle;
  item.command = 'fiscal.showProblems';
  const known = new Map<string, StatusParams>();
  let shown: string | undefined;
  const update = () => {
    // While a page such as the preview is in front, it is still about the file beside it.
    shown = window.activeTextEditor?.document.uri.toString() ?? shown;
    show(item, known.get(shown ?? ''));
  };
  const listener = statuses.onDidCheck((status) => {
    known.set(status.uri, status);
    update();
  });
  return Disposable.from(item, listener, window.onDidChangeActiveTextEditor(update));
}

function show(item: StatusBarItem, status: StatusParams | undefined): void {
  if (!status) return item.hide();
  const counts = messages.statusCounts(status);
  item.text = textOf(status);
  item.tooltip = [messages.statusTitle, counts, messages.statusHint].join('\n');
  item.accessibilityInformation = { label: counts, role: 'button' };
  item.show();
}

function textOf({ errors, warnings, tails, notChecked, unfilled }: StatusParams): string {
  const parts = [
    errors > 0 ? `$(error) ${errors}` : '',
    warnings > 0 ? `$(warning) ${warnings}` : '',
    errors + warnings === 0 ? '$(pass)' : '',
    tails > 0 ? messages.tails(tails) : '',
    notChecked > 0 ? messages.notChecked(notChecked) : '',
    unfilled > 0 ? messages.unfilled(unfilled) : '',
  ];
  return parts.filter(Boolean).join('  ');
}
