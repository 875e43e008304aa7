import type { Context } from '../context.js';
import type { ListedFact } from '../engine.js';
import { countErrors } from '../examine.js';
import { Failure } from '../failure.js';
import { givenPath } from '../input/given-path.js';
import { SourceFiles } from '../input/source-files.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { factsCsv } from '../output/facts-csv.js';
import { relativePath } from '../output/place.js';
import { printJson, printLine, printText } from '../output/print.js';

export interface FactsOptions {
  format: 'json' | 'csv';
}

/** Lists every figure of a file's report; 1 when the file has errors, so that some may be missing. */
export async function facts(file: string, options: FactsOptions, context: Context): Promise<ExitCode> {
  const { cwd, stdout, stderr } = context.io;
  const path = givenPath(file, cwd);
  const files = new SourceFiles(cwd);
  const sources = files.readAll([path]);
  const [{ load }, { listFacts }] = await Promise.all([context.engine.language(), context.engine.core()]);
  const { reports, findings } = load(sources, files);
  const errors = countErrors(findings);
  if (errors > 0) printLine(messages.factsIncomplete(errors), stderr);
  const report = reports.find(({ uri }) => uri === sources[0]!.uri);
  if (!report) throw new Failure(messages.noReport(relativePath(path, cwd)));
  const listed = listFacts(report.base);
  if (options.format === 'csv') printText(factsCsv(listed, cwd), stdout);
  else printJson(factsData(listed), stdout);
  return errors > 0 ? 1 : 0;
}

/** Values stay strings: a JSON number would be read as binary floating point. */
function factsData(listed: ListedFact[]): unknown {
  return listed.map(({ path, label, value, unit, state, rule, origin }) => ({
    path,
    label,
    value: value ?? null,
    unit,
    state,
    rule: rule ?? null,
    origin: origin ?? null,
  }));
}
