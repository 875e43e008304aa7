import { env, window } from 'vscode';
import { messages } from '../messages/messages.js';
import { readTable } from '../paste/read-table.js';
import { isFiscal } from '../sources.js';
import type { Context } from './context.js';

/** 粘贴表格: for editors in which a table cannot simply be pasted, and where its columns are to be chosen. */
export async function pasteTable({ client }: Context): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !isFiscal(editor.document)) return void window.showInformationMessage(messages.noSource);
  const choices = await readTable(
    await env.clipboard.readText(),
    editor.document,
    editor.selection.start,
    client,
  );
  if (choices.length === 0) return void window.showInformationMessage(messages.noTable);
  const items = choices.map((choice) => ({ label: messages.pasteAs(choice.columns), choice }));
  const chosen =
    items.length === 1 ? items[0] : await window.showQuickPick(items, { title: messages.pasteTitle });
  if (!chosen) return;
  await editor.edit((edit) => edit.replace(editor.selection, chosen.choice.text));
  if (chosen.choice.unread > 0)
    void window.showInformationMessage(messages.notAllPasted(chosen.choice.unread));
}
