import {
  compareOrigins,
  type Contain,
  type Finding,
  type Report,
  type Rule,
  type SchemaItem,
  startOf,
  type Template,
  uncontained,
  withoutDuplicates,
} from '@fiscal/core';
import type { ParseResult } from 'langium';
import type { File } from '../generated/ast.js';
import { type LoweredFile, lowerFile } from './file.js';
import { standardLibrary } from '../library/library.js';
import { unusedPhraseFindings } from './unused-phrases.js';
import { unusedPartFindings, unusedRuleFindings, unusedTemplateFindings } from './unused-templates.js';
import { Linker } from './linker.js';
import { definesSomething, Scopes } from './scopes.js';
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
  /** Of the files that define something and hold no report, what each defines. */
  definitions: FileDefinitions[];
  /** What parsing, lowering and linking found, by file and place. */
  findings: Finding[];
}

/** What a file without a report defines for the reports of others. */
export interface FileDefinitions {
  uri: string;
  templates: readonly Template[];
  rules: readonly Rule[];
  schema: SchemaItem;
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
  findings.push(...unusedPartFindings(wanted, scopes, contain));
  findings.push(...unusedRuleFindings(wanted, scopes, reports, contain));
  const above = wanted.map(({ uri }) => projects.of(uri));
  findings.push(...projectFindings(above, reports, templates));
  // A template that several reports use is linked for each of them.
  const told = withoutDuplicates(findings).sort((a, b) => compareOrigins(a.origin, b.origin));
  return { reports, templates, definitions: definitionsOf(wanted, templates), findings: told };
}

/** Templates as they are linked: what one takes over from another is part of what it says. */
function definitionsOf(
  files: readonly LoweredFile[],
  linked: ReadonlyMap<string, Template>,
): FileDefinitions[] {
  return files
    .filter((file) => file.reports.length === 0 && definesSomething(file))
    .map(({ uri, templates, rules, schema }) => ({
      uri,
      templates: templates.map(({ template }) => linked.get(template.name) ?? template),
      rules,
      schema,
    }));
}
