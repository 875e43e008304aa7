import { publicationsRequest, type PublicationsResult } from '@fiscal/server/protocol';
import { window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { messages } from '../messages/messages.js';

/** The names of the formats to publish in: the usual ones are chosen to begin with. None where the author thinks better of it. */
export async function askForFormats(client: BaseLanguageClient): Promise<string[] | undefined> {
  const { publications } = await client.sendRequest<PublicationsResult>(publicationsRequest);
  const items = publications.map(({ name, title, remark, extension, onRequest }) => ({
    name,
    label: title,
    description: `.${extension}　${remark}`,
    picked: !onRequest,
  }));
  const chosen = await window.showQuickPick(items, { title: messages.formats, canPickMany: true });
  return chosen && chosen.length > 0 ? chosen.map(({ name }) => name) : undefined;
}
