import { EmptyFileSystemProvider, type FileSystemNode, type LangiumDocument, URI } from 'langium';
import { TextDocument } from 'langium';
import type { CodeAction, Position, Range } from 'vscode-languageserver';
import { createServices, type FiscalServices } from '../src/services.js';
import type { Examination } from '../src/workspace/examinations.js';

export type Files = Record<string, string>;

let shared: Workbench | undefined;

const folder = 'file:///reports/';
const marker = '<|>';

/** Files in memory, as an editor has them open, without a connection. One server serves all tests of a file. */
export class Workbench {
  private readonly files = new Map<string, string>();
  readonly services: FiscalServices = createServices({
    fileSystemProvider: () => new MemoryFiles(this.files),
  });

  /** Every .fiscal file is open; other files can be read. */
  static async with(files: Files): Promise<Workbench> {
    const workbench = (shared ??= new Workbench());
    await workbench.clear();
    const { files: stored } = workbench;
    for (const [name, text] of Object.entries(files)) stored.set(uriOf(name), text);
    for (const name of Object.keys(files))
      if (name.endsWith('.fiscal')) await workbench.write(name, files[name]!);
    return workbench;
  }

  /** Opens a file, or replaces its text. */
  async write(name: string, text: string): Promise<LangiumDocument> {
    const { TextDocuments, DocumentBuilder } = this.services.shared.workspace;
    const version = (TextDocuments.get(uriOf(name))?.version ?? 0) + 1;
    TextDocuments.set(TextDocument.create(uriOf(name), 'fiscal', version, text));
    await DocumentBuilder.update([URI.parse(uriOf(name))], []);
    return this.document(name);
  }

  private constructor() {
    const { ConfigurationProvider } = this.services.shared.workspace;
    void ConfigurationProvider.initialized({});
  }

  private async clear(): Promise<void> {
    const { TextDocuments, DocumentBuilder, LangiumDocuments } = this.services.shared.workspace;
    for (const document of TextDocuments.all()) TextDocuments.delete(document);
    this.files.clear();
    this.services.shared.fiscal.OtherFiles.forget();
    await DocumentBuilder.update([], LangiumDocuments.all.map(({ uri }) => uri).toArray());
  }

  document(name: string): LangiumDocument {
    return this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uriOf(name)))!;
  }

  examination(name: string): Promise<Examination> {
    return this.services.shared.fiscal.Examinations.of(this.document(name));
  }
}

export const main = '报告.fiscal';

/** One open file whose text has a marker where the pointer is. */
export async function atMarker(
  marked: string,
  others: Files = {},
): Promise<{ workbench: Workbench; document: LangiumDocument; position: Position; params: PositionParams }> {
  const { text, positions } = unmarked(marked);
  const workbench = await Workbench.with({ ...others, [main]: text });
  const document = workbench.document(main);
  const position = positions[0] ?? { line: 0, character: 0 };
  return { workbench, document, position, params: { textDocument: { uri: uriOf(main) }, position } };
}

/** What is offered at the marker where nothing is wrong. */
export async function codeActionsAt(
  marked: string,
): Promise<{ actions: CodeAction[]; workbench: Workbench }> {
  const { workbench, document, position, params } = await atMarker(marked);
  const provider = workbench.services.lsp.CodeActionProvider!;
  const actions = await provider.getCodeActions(document, {
    textDocument: params.textDocument,
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  return { actions: actions as CodeAction[], workbench };
}

export interface PositionParams {
  textDocument: { uri: string };
  position: Position;
}

/** The text without its markers, and where they were. */
export function unmarked(marked: string): { text: string; positions: Position[] } {
  const parts = marked.split(marker);
  const text = parts.join('');
  const document = TextDocument.create('', 'fiscal', 0, text);
  let offset = 0;
  const positions = parts.slice(0, -1).map((part) => document.positionAt((offset += part.length)));
  return { text, positions };
}

/** A report that says what stands in its braces. */
export function report(items: string): string {
  return `部门决算 示例市档案局 2023 {\n${items}\n}\n`;
}

export function uriOf(name: string): string {
  return URI.parse(folder + encodeURIComponent(name)).toString();
}

export function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(folder.length));
}

/** 3:5-3:9, counted from one. */
export function rangeText({ start, end }: Range): string {
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}

class MemoryFiles extends EmptyFileSystemProvider {
  constructor(private readonly files: ReadonlyMap<string, string>) {
    super();
  }

  override async exists(uri?: URI): Promise<boolean> {
    return this.files.has(uri!.toString());
  }

  override async stat(uri: URI): Promise<FileSystemNode> {
    if (!this.files.has(uri.toString())) throw new Error('No such file');
    return { uri, isFile: true, isDirectory: false };
  }

  override async readFile(uri?: URI): Promise<string> {
    const text = this.files.get(uri!.toString());
    if (text === undefined) throw new Error('No such file');
    return text;
  }

  override async readDirectory(uri?: URI): Promise<FileSystemNode[]> {
    const inside = `${uri!.toString().replace(/\/$/, '')}/`;
    return [...this.files.keys()]
      .filter((file) => file.startsWith(inside) && !file.slice(inside.length).includes('/'))
      .map((file) => ({ uri: URI.parse(file), isFile: true, isDirectory: false }));
  }
}
