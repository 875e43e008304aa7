import { statusNotification, type StatusParams } from '@fiscal/server/protocol';
import { Disposable, type Event, EventEmitter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** What checking found, for as many listeners as there are: a client keeps one handler for each notification. */
export interface Statuses extends Disposable {
  /** A file was checked. */
  onDidCheck: Event<StatusParams>;
}

export function statusesOf(client: BaseLanguageClient): Statuses {
  const emitter = new EventEmitter<StatusParams>();
  const listener = client.onNotification(statusNotification, (status: StatusParams) => emitter.fire(status));
  const both = Disposable.from(emitter, listener);
  return { onDidCheck: emitter.event, dispose: () => both.dispose() };
}
