import {
  adoptServices,
  FiscalGeneratedModule,
  FiscalGeneratedSharedModule,
  FiscalModule,
} from '@fiscal/language/editor';
import { type FileSystemProvider, inject, type Module } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
  type PartialLangiumSharedServices,
} from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { Client } from './client.js';
import { FiscalCodeActionProvider } from './actions/code-action-provider.js';
import { FiscalCompletionProvider } from './completion/completion-provider.js';
import { FiscalFormatter } from './format/formatter.js';
import { FiscalCodeLensProvider } from './highlight/code-lens-provider.js';
import { FiscalSemanticTokenProvider } from './highlight/semantic-token-provider.js';
import { FiscalInlayHintProvider } from './hints/inlay-hint-provider.js';
import { FiscalHoverProvider } from './hover/hover-provider.js';
import { FiscalDefinitionProvider } from './navigation/definition-provider.js';
import { FiscalDocumentLinkProvider } from './navigation/document-link-provider.js';
import { FiscalDocumentSymbolProvider } from './navigation/document-symbol-provider.js';
import { FiscalFoldingRangeProvider } from './navigation/folding-range-provider.js';
import { FiscalHighlightProvider, FiscalReferencesProvider } from './navigation/references-provider.js';
import { FiscalRenameProvider } from './navigation/rename-provider.js';
import { FiscalWorkspaceSymbolProvider } from './navigation/workspace-symbol-provider.js';
import { FiscalLanguageServer } from './language-server.js';
import { Comparisons } from './workspace/comparisons.js';
import { FiscalDocumentBuilder } from './workspace/document-builder.js';
import { FiscalDocumentFactory } from './workspace/document-factory.js';
import { FiscalUpdateHandler } from './workspace/document-update-handler.js';
import { Examinations } from './workspace/examinations.js';
import { Log } from './workspace/log.js';
import { OtherFiles } from './workspace/other-files.js';
import { ProjectFiles } from './workspace/project-files.js';
import { SingleLanguageRegistry } from './workspace/single-language.js';
import { ReplaceableFileSystem } from './workspace/replaceable-file-system.js';
import { noIndexing, noLinking } from './workspace/no-linking.js';
import { FindingsPublisher } from './diagnostics/findings-publisher.js';
import { UnprintedTeller } from './diagnostics/unprinted-teller.js';
import { FiscalWorkspaceManager } from './workspace/workspace-manager.js';

/** What the features share besides Langium's services. */
export interface FiscalSharedAddedServices {
  readonly fiscal: {
    readonly Client: Client;
    readonly Comparisons: Comparisons;
    readonly Examinations: Examinations;
    readonly FindingsPublisher: FindingsPublisher;
    readonly Log: Log;
    readonly OtherFiles: OtherFiles;
    readonly ProjectFiles: ProjectFiles;
    readonly UnprintedTeller: UnprintedTeller;
  };
}

export type FiscalSharedServices = LangiumSharedServices & FiscalSharedAddedServices;
export type FiscalServices = Omit<LangiumServices, 'shared'> & { readonly shared: FiscalSharedServices };

const sharedModule: Module<FiscalSharedServices, PartialLangiumSharedServices & FiscalSharedAddedServices> = {
  lsp: {
    LanguageServer: (services) => new FiscalLanguageServer(services),
    WorkspaceSymbolProvider: (services) => new FiscalWorkspaceSymbolProvider(services),
    DocumentUpdateHandler: (services) => new FiscalUpdateHandler(services),
  },
  ServiceRegistry: (services) => new SingleLanguageRegistry(services),
  workspace: {
    DocumentBuilder: (services) => new FiscalDocumentBuilder(services),
    LangiumDocumentFactory: (services) => new FiscalDocumentFactory(services),
    WorkspaceManager: (services) => new FiscalWorkspaceManager(services),
    ...noIndexing,
  },
  fiscal: {
    Client: () => new Client(),
    Comparisons: (services) => new Comparisons(services),
    Examinations: (services) => new Examinations(services),
    FindingsPublisher: (services) => new FindingsPublisher(services),
    Log: (services) => new Log(services.lsp.Connection),
    OtherFiles: (services) => new OtherFiles(services.workspace.FileSystemProvider),
    ProjectFiles: (services) => new ProjectFiles(services.fiscal.OtherFiles),
    UnprintedTeller: (services) => new UnprintedTeller(services),
  },
};

const languageModule: Module<FiscalServices, PartialLangiumServices> = {
  references: noLinking,
  lsp: {
    CodeActionProvider: (services) => new FiscalCodeActionProvider(services),
    DefinitionProvider: (services) => new FiscalDefinitionProvider(services),
    DocumentHighlightProvider: (services) => new FiscalHighlightProvider(services),
    DocumentLinkProvider: () => new FiscalDocumentLinkProvider(),
    DocumentSymbolProvider: (services) => new FiscalDocumentSymbolProvider(services),
    FoldingRangeProvider: () => new FiscalFoldingRangeProvider(),
    ReferencesProvider: (services) => new FiscalReferencesProvider(services),
    RenameProvider: (services) => new FiscalRenameProvider(services),
    CodeLensProvider: (services) => new FiscalCodeLensProvider(services),
    Formatter: () => new FiscalFormatter(),
    SemanticTokenProvider: () => new FiscalSemanticTokenProvider(),
    CompletionProvider: (services) => new FiscalCompletionProvider(services),
    InlayHintProvider: (services) => new FiscalInlayHintProvider(services),
    HoverProvider: (services) => new FiscalHoverProvider(services),
  },
};

/** Everything that the server consists of, each part made when it is first asked for. */
export function createServices(context: {
  connection?: Connection;
  fileSystemProvider: () => FileSystemProvider;
}): FiscalServices {
  const shared = inject(
    createDefaultSharedModule({
      ...context,
      fileSystemProvider: () => new ReplaceableFileSystem(context.fileSystemProvider()),
    }),
    FiscalGeneratedSharedModule,
    sharedModule as never,
  ) as FiscalSharedServices;
  const services = inject(
    createDefaultModule({ shared }),
    FiscalGeneratedModule,
    FiscalModule,
    languageModule as never,
  ) as FiscalServices;
  shared.ServiceRegistry.register(services as unknown as LangiumServices);
  adoptServices(services as unknown as LangiumServices);
  return services;
}
