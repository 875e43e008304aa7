import { type RuleParams, ruleRequest, type RuleResult } from '@fiscal/server/protocol';
import { type Disposable, type Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** The code of a problem links to fiscal-rule:/I0601.md, which the editor shows as a page. */
export function registerRulePages(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider('fiscal-rule', {
    provideTextDocumentContent: (uri) => pageOf(uri, client),
  });
}

async function pageOf(uri: Uri, client: BaseLanguageClient): Promise<string> {
  const parameters: RuleParams = { rule: uri.path.replace(/^\/|\.md$/g, '') };
  const { markdown } = await client.sendRequest<RuleResult>(ruleRequest, parameters);
  return markdown;
}
