import { type PasteChoice, pasteRequest, type PasteParams, type PasteResult } from '@fiscal/server/protocol';
import type { CancellationToken, Position, TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** What a copied table would be as lines at a place of a report; none where it is no table of the block there. */
export async function readTable(
  text: string,
  { uri }: TextDocument,
  { line, character }: Position,
  client: BaseLanguageClient,
  token?: CancellationToken,
): Promise<readonly PasteChoice[]> {
  const params: PasteParams = { uri: uri.toString(), line, character, text };
  return (await client.sendRequest<PasteResult>(pasteRequest, params, token)).choices;
}
