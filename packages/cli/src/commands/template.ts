import type { Finding, Template } from '@fiscal/core';
import type { Context } from '../context.js';
import { Failure } from '../failure.js';
import { givenPath } from '../input/given-path.js';
import { SourceFiles } from '../input/source-files.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { placeOf } from '../output/place.js';
import { printLine } from '../output/print.js';

export interface TemplateOptions {
  try?: true;
}

/** Lists what a template made from this one can name, or tells what it would print that nobody wants to read. */
export async function template(
  operand: string,
  options: TemplateOptions,
  context: Context,
): Promise<ExitCode> {
  const { found, errors } = await templatesOf(operand, context);
  return options.try ? tryAll(operand, found, errors, context) : outline(found, context);
}

async function outline(found: readonly Template[], context: Context): Promise<ExitCode> {
  const { templateOutline } = await context.engine.language();
  for (const [index, each] of found.entries()) {
    if (found.length > 1) printLine(`${index > 0 ? '\n' : ''}模板 ${each.name}`, context.io.stdout);
    for (const { depth, text } of templateOutline(each))
      printLine('  '.repeat(depth) + text, context.io.stdout);
  }
  return 0;
}

/** Each kind of fault once: its place, what it is, the sentence, and a small report that shows it. */
async function tryAll(
  operand: string,
  found: readonly Template[],
  errors: readonly Finding[],
  { engine, io }: Context,
): Promise<ExitCode> {
  const { tryTemplate } = await engine.trial();
  const files = new SourceFiles(io.cwd);
  const sources = operand.endsWith('.fiscal') ? files.readAll([givenPath(operand, io.cwd)]) : [];
  // What could not be read is left out of what is tried.
  let isRight = errors.length === 0;
  const { messageOf } = await engine.core();
  for (const error of errors) {
    const place = placeOf(error.origin, io.cwd);
    printLine(`${place} ${messages.notTried(error.rule, messageOf(error))}\n`, io.stdout);
  }
  for (const each of found) {
    const { count, faults } = tryTemplate(each, sources, files);
    for (const fault of faults) {
      const place = placeOf(fault.origin ?? each.origin, io.cwd);
      printLine(`${place} ${messages.fault[fault.kind](fault.what)}`, io.stdout);
      if (fault.sentence !== '') printLine(`    ${messages.faultSentence(fault.sentence)}`, io.stdout);
      printLine(`    ${messages.faultReport}`, io.stdout);
      for (const line of fault.report.trimEnd().split('\n')) printLine(`      ${line}`, io.stdout);
      printLine('', io.stdout);
    }
    printLine(messages.tried(each.name, count, faults.length, errors.length === 0), io.stdout);
    isRight &&= faults.length === 0;
  }
  return isRight ? 0 : 1;
}

interface Found {
  found: Template[];
  /** What is wrong with how they are written. */
  errors: Finding[];
}

/** One of the library by its name, or those of a file. */
async function templatesOf(operand: string, { engine, io }: Context): Promise<Found> {
  const { load } = await engine.language();
  const files = new SourceFiles(io.cwd);
  const isFile = operand.endsWith('.fiscal');
  const sources = isFile ? files.readAll([givenPath(operand, io.cwd)]) : [];
  const { templates, findings } = load(sources, files);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (isFile) {
    const own = [...templates.values()].filter(({ origin }) => origin.uri === sources[0]!.uri);
    if (own.length > 0) return { found: own, errors };
    throw new Failure(messages.noTemplate(operand));
  }
  const known = templates.get(operand);
  if (known) return { found: [known], errors };
  const { nearestNames } = await engine.core();
  throw new Failure(
    messages.unknownTemplate(operand, nearestNames(operand, templates.keys()), [...templates.keys()]),
  );
}
