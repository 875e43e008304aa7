import { factsRequest, type FactsResult } from '@fiscal/server/protocol';
import { window } from 'vscode';
import { messages } from '../messages/messages.js';
import { showRelations } from '../relations/relations-panel.js';
import { sourceOf } from '../sources.js';
import type { Context } from './context.js';
import { withProgress } from './with-progress.js';

/** 查看勾稽关系: what adds up to what, and whether it does. */
export async function listRelations(named: unknown, { client, extensionUri }: Context): Promise<void> {
  const source = sourceOf(named);
  if (!source) return;
  const { relations } = await withProgress(messages.relating, () =>
    client.sendRequest<FactsResult>(factsRequest, { uri: source.toString() }),
  );
  const wrong = relations.filter(({ outcome }) => outcome === 'differ').length;
  const choice = await window.showInformationMessage(
    messages.related(relations.length, wrong),
    messages.showRelations,
  );
  if (choice) showRelations(source, relations, extensionUri);
}
