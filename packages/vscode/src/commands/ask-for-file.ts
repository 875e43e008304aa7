import { type Uri, window, workspace } from 'vscode';
import { messages } from '../messages/messages.js';
import { activeSource } from '../sources.js';

/** More than these nobody reads through; the dialog finds the others. */
const mostListed = 1000;

/** A report of the workspace, first the one in front, or one from elsewhere. */
export async function askForFile(title: string): Promise<Uri | undefined> {
  const front = activeSource()?.toString();
  const files = await workspace.findFiles('**/*.fiscal', undefined, mostListed);
  const items = files
    .map((file) => ({ label: workspace.asRelativePath(file), file }))
    .sort((a, b) => (a.label < b.label ? -1 : 1))
    .sort((a, b) => Number(b.file.toString() === front) - Number(a.file.toString() === front));
  const elsewhere = { label: messages.otherFile, file: undefined };
  const chosen =
    items.length === 0 ? elsewhere : await window.showQuickPick([...items, elsewhere], { title });
  return chosen && (chosen.file ?? openDialog(title));
}

async function openDialog(title: string): Promise<Uri | undefined> {
  const [file] = (await window.showOpenDialog({ title, filters: { fiscal: ['fiscal'] } })) ?? [];
  return file;
}
