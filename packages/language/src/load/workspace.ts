import {
  emptySchema,
  type Finding,
  type Report,
  type Rule,
  type SchemaItem,
  type Template,
} from '@fiscal/core';
import type { ParseResult } from 'langium';
import type { File } from '../generated/ast.js';
import { mergeSchema } from '../lower/schemas.js';
import { type LoweredFile, lowerFile } from './file.js';
import { standardLibrary } from './library.js';
import { Linker } from './linker.js';
import { linkTemplates } from './templates.js';

export interface Source {
  /** file:///… or any other absolute uri. */
  uri: string;
  text: string;
  /** The parsed text, where it was parsed before: it is not parsed again. */
  parsed?: ParseResult<File> | undefined;
}

/** Reads what a report refers to (引用, 科目表); undefined when there is no such file. */
export interface SourceHost {
  read(uri: string): string | undefined;
  /** The parsed text of a file that `read` gives, where it was parsed before. */
  parsed?(uri: string): ParseResult<File> | undefined;
  /** The uri of a file that the file at `base` names, in the host's own spelling of uris. */
  resolve?(base: string, relative: string): string | undefined;
}

/** Several files that are checked together. */
export interface Workspace {
  reports: Report[];
  templates: Map<string, Template>;
  /** What parsing, lowering and linking found, by file and place. */
  findings: Finding[];
}

/**
 * Parses, lowers and links sources as one workspace: templates and rules of any file serve all reports.
 * Never throws for what a user wrote. Where only some of the sources are wanted, the reports of the others are
 * left out unless a wanted one refers to them.
 */
export function load(
  sources: readonly Source[],
  host: SourceHost,
  isWanted: (source: Source) => boolean = () => true,
): Workspace {
  const library = standardLibrary();
  const schema = emptySchema();
  mergeSchema(schema, library.schema);
  const files = sources.map((source) => lowerFile(source, schema));
  const templates = linkTemplates(library.templates, files);
  const rules = [...library.rules, ...files.flatMap((file) => file.rules)];
  const linker = new Linker({ files, host, templates, rules, schema });
  const wanted = files.filter((_, index) => isWanted(sources[index]!));
  const reports = wanted.flatMap((file) => linker.linkReports(file));
  const findings = [...linker.referenced(), ...files].flatMap((file) => file.context.findings);
  return { reports, templates, findings: findings.sort(byPlace) };
}

/** What a linker needs to know of the whole workspace. */
export interface LinkingInput {
  files: readonly LoweredFile[];
  host: SourceHost;
  templates: ReadonlyMap<string, Template>;
  rules: readonly Rule[];
  schema: SchemaItem;
}

export function byPlace(left: Finding, right: Finding): number {
  const [a, b] = [left.origin, right.origin];
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
