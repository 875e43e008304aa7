import { skeleton } from '@fiscal/language';
import { librarySource } from '@fiscal/language/editor';
import { DocumentState, type LangiumDocument, URI, UriUtils } from 'langium';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  type BuildResult,
  buildRequest,
  type CheckWorkspaceResult,
  checkWorkspaceRequest,
  type FactsResult,
  factsRequest,
  libraryFileRequest,
  type LibraryFileResult,
  type PreviewResult,
  previewRequest,
  type ReportParams,
  type RuleParams,
  ruleRequest,
  type RuleResult,
  type SkeletonParams,
  skeletonRequest,
  type SkeletonResult,
} from '../protocol.js';
import type { FiscalSharedServices } from '../services.js';
import type { Examination } from '../workspace/examinations.js';
import { build } from './build.js';
import { preview } from './preview.js';
import { relations } from './relations.js';
import { rulePage } from './rule-page.js';

/** Answers what the protocol of the language server has no request for. */
export function registerRequests(connection: Connection, shared: FiscalSharedServices): void {
  const examined = <Result>(
    request: string,
    answer: (examination: Examination, document: LangiumDocument) => Result | Promise<Result>,
  ) =>
    connection.onRequest(
      request,
      async ({ uri }: ReportParams, token: CancellationToken): Promise<Result> => {
        const document = await settledDocument(shared, uri, token);
        return answer(await shared.fiscal.Examinations.of(document), document);
      },
    );
  examined<PreviewResult>(previewRequest, (examination, document) => preview(document, examination));
  examined<BuildResult>(buildRequest, (examination, { uri }) => build(examination, baseName(uri)));
  examined<FactsResult>(factsRequest, relations);
  connection.onRequest(
    skeletonRequest,
    ({ name, year }: SkeletonParams): SkeletonResult => ({
      text: skeleton(name, year),
    }),
  );
  connection.onRequest(
    ruleRequest,
    ({ rule }: RuleParams): RuleResult => ({
      markdown: rulePage(rule, shared),
    }),
  );
  connection.onRequest(
    libraryFileRequest,
    ({ uri }: ReportParams): LibraryFileResult => ({
      text: librarySource(URI.parse(uri).toString(true)) ?? null,
    }),
  );
  // A client may leave the parameters out: then the token comes first.
  connection.onRequest(checkWorkspaceRequest, async (...given: unknown[]): Promise<CheckWorkspaceResult> => {
    await shared.workspace.WorkspaceManager.ready;
    return { files: await shared.fiscal.FindingsPublisher.watchWorkspace(given.at(-1) as CancellationToken) };
  });
}

/** The document once all changes that came before the request were read. */
async function settledDocument(
  { workspace }: FiscalSharedServices,
  uri: string,
  token: CancellationToken,
): Promise<LangiumDocument> {
  await workspace.WorkspaceManager.ready;
  await workspace.DocumentBuilder.waitUntil(DocumentState.Parsed, URI.parse(uri), token);
  return workspace.LangiumDocuments.getOrCreateDocument(URI.parse(uri), token);
}

function baseName(uri: URI): string {
  return UriUtils.basename(uri).replace(/\.fiscal$/, '');
}
