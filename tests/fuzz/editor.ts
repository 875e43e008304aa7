import type { Finding, Report } from '@fiscal/core';
import { isUsual, publications } from '@fiscal/report';
import {
  EmptyFileSystemProvider,
  type FileSystemNode,
  type LangiumDocument,
  TextDocument,
  URI,
} from 'langium';
import type { CodeActionParams, Position } from 'vscode-languageserver';
import { selectionRanges } from '../../packages/server/src/navigation/selection-ranges.js';
import { build } from '../../packages/server/src/requests/build.js';
import { preview } from '../../packages/server/src/requests/preview.js';
import { relations } from '../../packages/server/src/requests/relations.js';
import { createServices, type FiscalServices } from '../../packages/server/src/services.js';
import { main } from './served-files.js';

/** The language server without a connection, with one open file. */
export class FuzzedEditor {
  private readonly services: FiscalServices;
  private version = 0;

  constructor(files: ReadonlyMap<string, string>) {
    this.services = createServices({ fileSystemProvider: () => new ServedFiles(files) });
    void this.services.shared.workspace.ConfigurationProvider.initialized({});
  }

  async show(text: string): Promise<void> {
    const { TextDocuments, DocumentBuilder } = this.services.shared.workspace;
    TextDocuments.set(TextDocument.create(main, 'fiscal', ++this.version, text));
    await DocumentBuilder.update([URI.parse(main)], []);
  }

  /** Nothing is left of any file. */
  async close(): Promise<void> {
    const { TextDocuments, DocumentBuilder, LangiumDocuments } = this.services.shared.workspace;
    TextDocuments.delete(main);
    await DocumentBuilder.update([], LangiumDocuments.all.map(({ uri }) => uri).toArray());
  }

  async findings(): Promise<readonly Finding[]> {
    return (await this.examination()).findings;
  }

  async reports(): Promise<readonly Report[]> {
    return (await this.examination()).reports;
  }

  /** Everything that a client can ask: its name, of how many cases one should try it, how to ask it at a place. */
  readonly requests: [string, number, (position: Position) => unknown][] = [
    ['completion', 2, (at) => this.lsp.CompletionProvider!.getCompletion(this.document, placed(at))],
    ['hover', 1, (at) => this.lsp.HoverProvider!.getHoverContent(this.document, placed(at))],
    ['inlay hints', 2, () => this.lsp.InlayHintProvider!.getInlayHints(this.document, everywhere)],
    ['semantic tokens', 2, () => this.lsp.SemanticTokenProvider!.semanticHighlight(this.document, inMain)],
    ['code actions', 1, (at) => this.lsp.CodeActionProvider!.getCodeActions(this.document, actions(at))],
    ['formatting', 6, () => this.lsp.Formatter!.formatDocument(this.document, { ...inMain, options })],
    [
      'formatting while typing',
      6,
      (at) => this.lsp.Formatter!.formatDocumentOnType(this.document, typed(at)),
    ],
    ['symbols', 3, () => this.lsp.DocumentSymbolProvider!.getSymbols(this.document, inMain)],
    ['folding', 3, () => this.lsp.FoldingRangeProvider!.getFoldingRanges(this.document, inMain)],
    ['definition', 1, (at) => this.lsp.DefinitionProvider!.getDefinition(this.document, placed(at))],
    ['references', 1, (at) => this.lsp.ReferencesProvider!.findReferences(this.document, referring(at))],
    [
      'highlight',
      1,
      (at) => this.lsp.DocumentHighlightProvider!.getDocumentHighlight(this.document, placed(at)),
    ],
    ['rename', 1, (at) => this.lsp.RenameProvider!.rename(this.document, { ...placed(at), newName: '新名' })],
    ['lenses', 3, () => this.lsp.CodeLensProvider!.provideCodeLens(this.document, inMain)],
    ['links', 3, () => this.lsp.DocumentLinkProvider!.getDocumentLinks(this.document, inMain)],
    ['selection', 2, (at) => selectionRanges(this.document, [at])],
    ['relations', 6, async () => relations(await this.examination())],
    ['preview', 10, async () => void (await preview(this.document, await this.examination()))],
    [
      'build',
      20,
      async () => void (await build(await this.examination(), 'report', publications.filter(isUsual), {})),
    ],
  ];

  private get lsp() {
    return this.services.lsp;
  }

  private get document(): LangiumDocument {
    return this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(main))!;
  }

  private examination() {
    return this.services.shared.fiscal.Examinations.of(this.document);
  }
}

const inMain = { textDocument: { uri: main } };
const options = { tabSize: 2, insertSpaces: true };
const everywhere = {
  ...inMain,
  range: { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } },
};

function placed(position: Position) {
  return { ...inMain, position };
}

function referring(position: Position) {
  return { ...placed(position), context: { includeDeclaration: true } };
}

function typed(position: Position) {
  return { ...placed(position), options, ch: '\n' };
}

function actions(position: Position): CodeActionParams {
  return { ...inMain, range: { start: position, end: position }, context: { diagnostics: [] } };
}

class ServedFiles extends EmptyFileSystemProvider {
  constructor(private readonly files: ReadonlyMap<string, string>) {
    super();
  }

  override async exists(uri?: URI): Promise<boolean> {
    return this.files.has(keyOf(uri!));
  }

  override async stat(uri: URI): Promise<FileSystemNode> {
    return { uri, isFile: this.files.has(keyOf(uri)), isDirectory: false };
  }

  override async readFile(uri?: URI): Promise<string> {
    const text = this.files.get(keyOf(uri!));
    if (text === undefined) throw new Error('No such file');
    return text;
  }
}

/** Langium spells uris in a way of its own. */
function keyOf(uri: URI): string {
  return new URL(uri.toString()).href;
}
