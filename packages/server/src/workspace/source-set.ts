import type { ast } from '@fiscal/language/editor';
import type { Source, SourceHost, Unreadable } from '@fiscal/language';
import { isNamedAs } from '@fiscal/language/files';
import {
  filesOfPattern,
  type FolderEntry,
  folderOfPatterns,
  hasWildcards,
  type Project,
  projectFilesAbove,
  uriInProject,
} from '@fiscal/language/project';
import { type LangiumDocument, type LangiumDocuments, type ParseResult, URI } from 'langium';
import { offersSomething } from './offers.js';
import type { OtherFiles } from './other-files.js';
import type { ProjectFiles } from './project-files.js';
import { referencesIn, resolveFile } from './references.js';
import { isSnapshot } from './snapshots.js';

/** All that checking one file reads: the file, what other files offer to it, and the files that it names. */
export interface SourceSet {
  file: Source;
  offering: Source[];
  host: SourceHost;
  /** The findings that the file's project lets be, if it names any. */
  baseline: ProjectBaseline | undefined;
  /** Changes exactly when any of the texts does. */
  identity: readonly unknown[];
}

/**
 * Gathers what checking a file reads, or another version of it; files that are not known yet are read here, so that checking need
 * not wait.
 */
export async function gatherSources(
  document: LangiumDocument,
  documents: LangiumDocuments,
  { OtherFiles: others, ProjectFiles: projects }: Files,
  version: Pick<LangiumDocument, 'uri' | 'parseResult'> = document,
): Promise<SourceSet> {
  const offering: LangiumDocument[] = [];
  for (const other of documents.all) {
    if (other === document || isSnapshot(other.uri) || !offersSomething(other.parseResult)) continue;
    if (!(await projects.isExcluded(other.uri.toString()))) offering.push(other);
  }
  const named = new NamedFiles(documents, others);
  await named.follow(version);
  for (const other of offering) await named.follow(other);
  const baseline = await baselineOf(document.uri.toString(), others, projects);
  return {
    file: sourceOf(version),
    offering: offering.map(sourceOf),
    host: named.host(),
    baseline,
    identity: [
      version.parseResult,
      ...offering.map(({ parseResult }) => parseResult),
      ...named.identity(),
      baseline?.text,
    ],
  };
}

/** The baseline that a project names, and what is written in it; no text where it is missing. */
export interface ProjectBaseline {
  uri: string;
  text: string | undefined;
  named: NonNullable<Project['baseline']>;
}

async function baselineOf(
  uri: string,
  others: OtherFiles,
  projects: ProjectFiles,
): Promise<ProjectBaseline | undefined> {
  const project = await projects.of(uri);
  const named = project?.baseline;
  const found = named && uriInProject(named.name, project);
  if (!named || found === undefined) return undefined;
  const text = isNamedAs('baseline', named.name) ? await others.read(found) : undefined;
  return { uri: found, text: typeof text === 'string' ? text : undefined, named };
}

interface Files {
  OtherFiles: OtherFiles;
  ProjectFiles: ProjectFiles;
}

function sourceOf(document: Pick<LangiumDocument, 'uri' | 'parseResult'>): Source {
  const parsed = document.parseResult as ParseResult<ast.File>;
  return { uri: document.uri.toString(), text: textOf(parsed), parsed };
}

/** The text that was parsed; the editor may hold a newer one already. */
function textOf({ value }: ParseResult): string {
  return value.$cstNode?.root.fullText ?? '';
}

function isSource(report: Source | Unreadable): report is Source {
  return 'text' in report;
}

/** The files that a pattern means where it is written; a project's folder is as far as it reaches. */
export async function filesMatching(
  base: string,
  pattern: string,
  project: Pick<Project, 'uri'> | undefined,
  list: (folder: string) => Promise<readonly FolderEntry[]>,
): Promise<string[]> {
  const walk = filesOfPattern(base, pattern, folderOfPatterns(base, project));
  let step = walk.next();
  while (!step.done) step = walk.next(await list(step.value));
  return (step.value ?? []).flatMap((found) => {
    const uri = resolveFile(base, found);
    return uri !== undefined && uri !== base ? [uri] : [];
  });
}

/** The files that a file names, and those that they name in turn. */
class NamedFiles {
  private readonly reports = new Map<string, Source | Unreadable | undefined>();
  /** Tables of subjects, and project files. */
  private readonly tables = new Map<string, string | Unreadable | undefined>();

  private readonly folders = new Map<string, readonly FolderEntry[]>();

  constructor(
    private readonly documents: LangiumDocuments,
    private readonly others: OtherFiles,
  ) {}

  async follow({ uri: base, parseResult }: Pick<LangiumDocument, 'uri' | 'parseResult'>): Promise<void> {
    const project = await this.followProject(base.toString());
    for (const { kind, name } of referencesIn(parseResult)) {
      if (hasWildcards(name)) {
        if (isNamedAs(kind, name)) await this.followPattern(base.toString(), name, project);
        continue;
      }
      // What no source or table is called is not opened.
      const uri = isNamedAs(kind, name) ? resolveFile(base.toString(), name) : undefined;
      if (uri === undefined) continue;
      if (kind === 'table') this.tables.set(uri, await this.others.read(uri));
      else await this.followReport(uri);
    }
  }

  host(): SourceHost {
    return {
      read: (uri) => {
        const report = this.reports.get(uri);
        if (report) return isSource(report) ? report.text : report;
        return this.tables.get(uri);
      },
      list: (folder) => this.folders.get(folder),
      parsed: (uri) => {
        const report = this.reports.get(uri);
        return report && isSource(report) ? report.parsed : undefined;
      },
      resolve: resolveFile,
    };
  }

  identity(): unknown[] {
    return [
      ...[...this.reports].flatMap(([uri, report]) => [
        uri,
        report && (isSource(report) ? report.parsed : report.reason),
      ]),
      ...[...this.folders].flat(),
      ...[...this.tables].flatMap(([uri, table]) => [uri, typeof table === 'object' ? table.reason : table]),
    ];
  }

  /** As far up as the first project file. */
  private async followProject(uri: string): Promise<{ uri: string } | undefined> {
    for (const candidate of projectFilesAbove(uri)) {
      if (!this.tables.has(candidate)) this.tables.set(candidate, await this.others.read(candidate));
      if (this.tables.get(candidate) !== undefined) return { uri: candidate };
    }
    return undefined;
  }

  private async followPattern(
    base: string,
    name: string,
    project: { uri: string } | undefined,
  ): Promise<void> {
    const found = await filesMatching(base, name, project, async (folder) => {
      const entries = await this.others.list(folder);
      this.folders.set(folder, entries);
      return entries;
    });
    for (const uri of found) await this.followReport(uri);
  }

  private async followReport(uri: string): Promise<void> {
    if (this.reports.has(uri)) return;
    const document = await this.documentAt(uri);
    if (document && !('reason' in document)) {
      this.reports.set(uri, sourceOf(document));
      await this.follow(document);
    } else this.reports.set(uri, document);
  }

  private async documentAt(uri: string): Promise<LangiumDocument | Unreadable | undefined> {
    const known = this.documents.getDocument(URI.parse(uri));
    if (known) return known;
    const text = await this.others.read(uri);
    if (typeof text !== 'string') return text;
    // Another request may have read it meanwhile.
    return this.documents.getDocument(URI.parse(uri)) ?? this.documents.createDocument(URI.parse(uri), text);
  }
}
