import * as vscode from 'vscode';

/** Longest time that the editor may take for what it is asked. */
const limit = 15_000;

export function uriOf(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

/** A file of the workspace, shown. */
export async function documentOf(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** A text that was never saved, shown. */
export async function newText(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'fiscal', content });
  await vscode.window.showTextDocument(document);
  return document;
}

export async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

/** Where a text stands, moved on by so many characters. */
export function placeOf(document: vscode.TextDocument, text: string, offset: number): vscode.Position {
  return document.positionAt(document.getText().indexOf(text) + offset);
}

export async function run<Result>(command: string, ...parameters: unknown[]): Promise<Result> {
  return vscode.commands.executeCommand<Result>(command, ...parameters);
}

export async function labelsAt(document: vscode.TextDocument, place: vscode.Position): Promise<string[]> {
  const list = await run<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, place);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

export function codesIn({ uri }: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

export function errorsIn(uri: vscode.Uri): number {
  const found = vscode.languages.getDiagnostics(uri);
  return found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
}

export function symbolNames({ name, children }: vscode.DocumentSymbol): string[] {
  return [name, ...children.flatMap(symbolNames)];
}

/** Waits for a condition, looking again after whatever the editor does next. */
export async function until(condition: () => unknown): Promise<void> {
  const end = Date.now() + limit;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Never came true: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
