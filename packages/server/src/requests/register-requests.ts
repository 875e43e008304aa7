import type { Finding } from '@fiscal/core';
import { skeleton, skeletonTemplates } from '@fiscal/language';
import { librarySource } from '@fiscal/language/editor';
import { filledName, type Project, uriInProject } from '@fiscal/language/project';
import { isUsual, type Machine, type Publication } from '@fiscal/report';
import { DocumentState, type LangiumDocument, URI, UriUtils } from 'langium';
import { type CancellationToken, CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import {
  baseNotification,
  type BaseParams,
  type BuildParams,
  type BuildResult,
  buildRequest,
  changesRequest,
  type ChangesResult,
  type CheckWorkspaceResult,
  checkWorkspaceRequest,
  type FactsResult,
  factsRequest,
  libraryFileRequest,
  type LibraryFileResult,
  type PasteParams,
  pasteRequest,
  type PasteResult,
  type PreviewResult,
  previewRequest,
  publicationsRequest,
  type PublicationsResult,
  type ReadParams,
  readRequest,
  type ReadResult,
  type ReportParams,
  type RollForwardParams,
  rollForwardRequest,
  type RollForwardResult,
  type RuleParams,
  ruleRequest,
  type RuleResult,
  type SkeletonParams,
  skeletonRequest,
  type SkeletonResult,
  templatesRequest,
  type TemplatesResult,
} from '../protocol.js';
import type { FiscalSharedServices } from '../services.js';
import type { Examination } from '../workspace/examinations.js';
import { build } from './build.js';
import { changedFigures, changes } from './changes.js';
import { nextReport } from './next-report.js';
import { paste } from './paste.js';
import { preview } from './preview.js';
import { read } from './read.js';
import { relations } from './relations.js';
import { rulePage } from './rule-page.js';

/** Answers what the protocol of the language server has no request for. */
export function registerRequests(
  connection: Connection,
  shared: FiscalSharedServices,
  publications: readonly Publication[],
  machine: Machine,
): void {
  const possible = publications.filter(({ needs }) => !needs || machine[needs] !== undefined);
  const examined = <Result, Params extends ReportParams = ReportParams>(
    request: string,
    answer: (examination: Examination, document: LangiumDocument, params: Params) => Result | Promise<Result>,
  ) =>
    connection.onRequest(request, async (params: Params, token: CancellationToken): Promise<Result> => {
      const document = await settledDocument(shared, params.uri, token);
      return answer(await shared.fiscal.Examinations.of(document), document, params);
    });
  examined<PreviewResult>(previewRequest, async (examination, document) => {
    const { Comparisons, FindingsPublisher } = shared.fiscal;
    const compared = Comparisons.baseOf(examination.uri)?.marks ? await Comparisons.of(document) : undefined;
    const tell = (found: Finding[]) => FindingsPublisher.addComposed(examination, found);
    return preview(document, examination, tell, changedFigures(compared ?? []));
  });
  examined<BuildResult, BuildParams>(buildRequest, async (examination, { uri }, { to }) => {
    const project = await shared.fiscal.ProjectFiles.of(uri.toString());
    const formats = possible.filter((format) => (to ? to.includes(format.name) : isUsual(format)));
    const built = await build(examination, publicationName(examination, uri, project), formats, machine);
    const folder = project?.output.folder && uriInProject(project.output.folder, project);
    return { ...built, ...(folder && { folder }) };
  });
  examined<FactsResult>(factsRequest, relations);
  examined<PasteResult, PasteParams>(pasteRequest, paste);
  examined<ChangesResult>(changesRequest, async ({ uri }, document) => {
    const { Comparisons } = shared.fiscal;
    return changes(Comparisons.baseOf(uri), await Comparisons.of(document));
  });
  connection.onNotification(baseNotification, (base: BaseParams) => {
    shared.fiscal.Comparisons.setBase({ ...base, uri: URI.parse(base.uri).toString() });
    if (shared.fiscal.Client.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type);
  });
  connection.onRequest(
    publicationsRequest,
    (): PublicationsResult => ({
      publications: possible.map(({ name, title, remark, extension, onRequest }) => ({
        name,
        title,
        remark,
        extension,
        ...(onRequest && { onRequest }),
      })),
    }),
  );
  connection.onRequest(readRequest, (documents: ReadParams): Promise<ReadResult> => read(documents));
  connection.onRequest(templatesRequest, (): TemplatesResult => ({ templates: [...skeletonTemplates] }));
  connection.onRequest(
    skeletonRequest,
    (asked: SkeletonParams): SkeletonResult => ({
      text: skeleton(asked),
    }),
  );
  connection.onRequest(
    rollForwardRequest,
    async ({ uri, year }: RollForwardParams, token: CancellationToken): Promise<RollForwardResult> => {
      const { textDocument } = await settledDocument(shared, uri, token);
      return nextReport(textDocument.getText(), baseName(URI.parse(uri)), year);
    },
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

/** What publications are called: as the source, or as its project says. */
function publicationName({ reports: [report] }: Examination, uri: URI, project: Project | undefined): string {
  const name = baseName(uri);
  return report && project?.output.name ? filledName(project.output.name, name, report.base) : name;
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
