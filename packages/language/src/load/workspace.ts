import {
  compareOrigins,
  type Contain,
  type Finding,
  type Report,
  startOf,
  type Template,
  uncontained,
  withoutDuplicates,
} from '@fiscal/core';
import type { ParseResult } from 'langium';
import type { File } from '../generated/ast.js';
import { lowerFile } from './file.js';
import { standardLibrary } from '../library/library.js';
import { unusedPhraseFindings } from './unused-phrases.js';
import { unusedTemplateFindings } from './unused-templates.js';
import { Linker } from './linker.js';
import { Scopes } from './scopes.js';
import { projectFindings, Projects } from './projects.js';
import type { SourceHost } from './source-host.js';

export interface Source {
  /** file:///… or any other absolute uri. */
  uri: string;
  text: string;
  /** The parsed text, where it was parsed before: it is not parsed again. */
  parsed?: ParseResult<File> | undefined;
}

/** Several files that are checked together. */
export interface Workspace {
  reports: Report[];
  /** Templates that every report can use. */
  templates: ReadonlyMap<string, Template>;
  /** What parsing, lowering and linking found, by file and place. */
  findings: Finding[];
}

/**
 * Parses, lowers and links sources as one workspace: what files without a report define serves all reports.
 * Never throws for what a user wrote. Where only some of the sources are wanted, the reports of the others are
 * left out unless a wanted one refers to them. `contain` keeps a defect of ours in one file.
 */
export function load(
  sources: readonly Source[],
  host: SourceHost,
  isWanted: (source: Source) => boolean = () => true,
  contain: Contain = uncontained,
): Workspace {
  const lower = (source: Source) => contain(startOf(source.uri), () => lowerFile(source)) ?? [];
  const files = sources.flatMap(lower);
  const scopes = new Scopes(standardLibrary(), files);
  const projects = new Projects(host);
  const linker = new Linker({ files, host, scopes, projects, contain });
  const wantedUris = new Set(sources.filter(isWanted).map(({ uri }) => uri));
  const wanted = files.filter(({ uri }) => wantedUris.has(uri));
  const reports = wanted.flatMap((file) => contain(startOf(file.uri), () => linker.linkReports(file)) ?? []);
  const { templates } = scopes.of([]);
  const findings = [...linker.referenced(), ...files].flatMap((file) => file.context.findings);
  const read = [...linker.referenced(), ...files];
  findings.push(...unusedPhraseFindings(wanted, read, standardLibrary().templates));
  findings.push(...unusedTemplateFindings(wanted, scopes, reports, contain));
  const above = wanted.map(({ uri }) => projects.of(uri));
  findings.push(...projectFindings(above, reports, templates));
  // A template that several reports use is linked for each of them.
  const told = withoutDuplicates(findings).sort((a, b) => compareOrigins(a.origin, b.origin));
  return { reports, templates, findings: told };
}
