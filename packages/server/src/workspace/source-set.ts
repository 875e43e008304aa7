import type { ast } from '@fiscal/language/editor';
import type { Source, SourceHost } from '@fiscal/language';
import { type LangiumDocument, type LangiumDocuments, type ParseResult, URI } from 'langium';
import { offersSomething } from './offers.js';
import type { OtherFiles } from './other-files.js';
import { referencesIn, resolveFile } from './references.js';

/** All that checking one file reads: the file, what other files offer to it, and the files that it names. */
export interface SourceSet {
  file: Source;
  offering: Source[];
  host: SourceHost;
  /** Changes exactly when any of the texts does. */
  identity: readonly unknown[];
}

/** Gathers what checking a file reads; files that are not known yet are read here, so that checking need not wait. */
export async function gatherSources(
  document: LangiumDocument,
  documents: LangiumDocuments,
  others: OtherFiles,
): Promise<SourceSet> {
  const offering = documents.all
    .filter((other) => other !== document && offersSomething(other.parseResult))
    .toArray();
  const named = new NamedFiles(documents, others);
  await named.follow(document);
  for (const other of offering) await named.follow(other);
  return {
    file: sourceOf(document),
    offering: offering.map(sourceOf),
    host: named.host(),
    identity: [document.parseResult, ...offering.map(({ parseResult }) => parseResult), ...named.identity()],
  };
}

function sourceOf(document: LangiumDocument): Source {
  const parsed = document.parseResult as ParseResult<ast.File>;
  return { uri: document.uri.toString(), text: textOf(parsed), parsed };
}

/** The text that was parsed; the editor may hold a newer one already. */
function textOf({ value }: ParseResult): string {
  return value.$cstNode?.root.fullText ?? '';
}

/** The files that a file names, and those that they name in turn. */
class NamedFiles {
  private readonly reports = new Map<string, Source | undefined>();
  private readonly tables = new Map<string, string | undefined>();

  constructor(
    private readonly documents: LangiumDocuments,
    private readonly others: OtherFiles,
  ) {}

  async follow({ uri: base, parseResult }: LangiumDocument): Promise<void> {
    for (const { kind, name } of referencesIn(parseResult)) {
      const uri = resolveFile(base.toString(), name);
      if (uri === undefined) continue;
      if (kind === 'catalog') this.tables.set(uri, await this.others.read(uri));
      else await this.followReport(uri);
    }
  }

  host(): SourceHost {
    return {
      read: (uri) => this.reports.get(uri)?.text ?? this.tables.get(uri),
      parsed: (uri) => this.reports.get(uri)?.parsed,
      resolve: resolveFile,
    };
  }

  identity(): unknown[] {
    return [
      ...[...this.reports].flatMap(([uri, source]) => [uri, source?.parsed]),
      ...[...this.tables].flat(),
    ];
  }

  private async followReport(uri: string): Promise<void> {
    if (this.reports.has(uri)) return;
    const document = await this.documentAt(uri);
    this.reports.set(uri, document && sourceOf(document));
    if (document) await this.follow(document);
  }

  private async documentAt(uri: string): Promise<LangiumDocument | undefined> {
    const known = this.documents.getDocument(URI.parse(uri));
    if (known) return known;
    const text = await this.others.read(uri);
    if (text === undefined) return undefined;
    // Another request may have read it meanwhile.
    return this.documents.getDocument(URI.parse(uri)) ?? this.documents.createDocument(URI.parse(uri), text);
  }
}
