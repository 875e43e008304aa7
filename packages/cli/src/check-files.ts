import type { Accepted, Report } from '@fiscal/core';
import type { Context } from './context.js';
import { examine, type Examined, type More } from './examine.js';
import { Failure } from './failure.js';
import type { Inputs } from './input/check-inputs.js';
import { Documents, isDocument } from './input/documents.js';
import { SourceFiles } from './input/source-files.js';
import type { Presentation } from './output/formats/presentation.js';
import { printError, printLine } from './output/print.js';

/** What was found, with all that telling it needs. */
export interface Checked extends Examined {
  files: SourceFiles;
  presentation: Omit<Presentation, 'counts' | 'accepted'>;
}

/** Reads the inputs and checks them as one workspace; tells of those that cannot be read. */
export async function checkFiles(
  { paths, store, offering = [] }: Inputs,
  suppress: boolean,
  context: Context,
): Promise<Checked> {
  const files = new SourceFiles(context.io.cwd, store);
  const documents = await Documents.read(paths.filter(isDocument), context);
  const read = files.readEach(paths.filter((path) => !isDocument(path)));
  const sources = [...read.sources, ...documents.sources];
  const failures = [...read.failures, ...documents.failures];
  if (sources.length === 0 && failures.length > 0) throw new Failure(...failures);
  for (const line of failures) printError(line, context.io);
  documents.show(files);
  for (const line of documents.notes) printLine(line, context.io.stderr);
  const inSources = await examine(sources, files, context, {
    suppress,
    offering: files.readEach([...offering]).sources,
    prepare: (all) => templateChecks(all, context),
  });
  const examined = {
    ...inSources,
    findings: await documents.findings(inSources.findings, inSources.reports),
  };
  const [{ listRules, rulePage }, { messageOf, relatedPlacesOf }] = await Promise.all([
    context.engine.ruleBook(),
    context.engine.core(),
  ]);
  const presentation = {
    cwd: context.io.cwd,
    files: sources.map(({ uri }) => uri),
    rules: () => [...examined.reports.flatMap(({ rules }) => rules), ...listRules()],
    messageOf,
    acceptanceOf: acceptances(examined.accepted),
    relatedPlacesOf,
    rulePage,
    linesOf: (uri: string) => files.linesOf(uri),
  };
  return { ...examined, isWhole: examined.isWhole && failures.length === 0, files, presentation };
}

function acceptances(accepted: readonly Accepted[]): Presentation['acceptanceOf'] {
  const byFinding = new Map(accepted.map(({ finding, by }) => [finding, by]));
  return (finding) => byFinding.get(finding);
}

/** What templates print is compared with what the reports say; those that are not of the library are tried on them. */
export async function templateChecks(reports: Report[], { engine }: Context): Promise<More> {
  const isNeeded = reports.some(({ template }) => template !== undefined);
  return isNeeded ? (await engine.publishing()).templateFindings : () => [];
}
