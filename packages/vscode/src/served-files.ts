import {
  type FileParams,
  libraryFileRequest,
  type LibraryFileResult,
  type RuleParams,
  ruleRequest,
  type RuleResult,
} from '@fiscal/server/protocol';
import { Disposable, type Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Files that only the server has, to be read: pages of rules, and the templates that ship with the language. */
export function serveFiles(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider('fiscal-rule', {
      provideTextDocumentContent: (uri) => rulePage(uri, client),
    }),
    workspace.registerTextDocumentContentProvider('fiscal-library', {
      provideTextDocumentContent: (uri) => libraryFile(uri, client),
    }),
  );
}

/** The code of a problem links to fiscal-rule:/I0601.md. */
async function rulePage(uri: Uri, client: BaseLanguageClient): Promise<string> {
  const parameters: RuleParams = { rule: uri.path.replace(/^\/|\.md$/g, '') };
  return (await client.sendRequest<RuleResult>(ruleRequest, parameters)).markdown;
}

async function libraryFile(uri: Uri, client: BaseLanguageClient): Promise<string | null> {
  const parameters: FileParams = { uri: uri.toString(true) };
  return (await client.sendRequest<LibraryFileResult>(libraryFileRequest, parameters)).text;
}
