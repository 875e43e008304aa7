import type { Template } from '@fiscal/core';
import type { Context } from '../context.js';
import { Failure } from '../failure.js';
import { SourceFiles } from '../input/source-files.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { printLine } from '../output/print.js';

/** Lists what a template made from this one can name. */
export async function template(operand: string, context: Context): Promise<ExitCode> {
  const { templateOutline } = await context.engine.language();
  const found = await templatesOf(operand, context);
  for (const [index, each] of found.entries()) {
    if (found.length > 1) printLine(`${index > 0 ? '\n' : ''}模板 ${each.name}`, context.io.stdout);
    for (const { depth, text } of templateOutline(each))
      printLine('  '.repeat(depth) + text, context.io.stdout);
  }
  return 0;
}

/** One of the library by its name, or those of a file. */
async function templatesOf(operand: string, { engine, io }: Context): Promise<Template[]> {
  const { load } = await engine.language();
  const files = new SourceFiles(io.cwd);
  const isFile = operand.endsWith('.fiscal');
  const sources = isFile ? files.readAll([operand]) : [];
  const { templates } = load(sources, files);
  if (isFile) {
    const own = [...templates.values()].filter(({ origin }) => origin.uri === sources[0]!.uri);
    if (own.length > 0) return own;
    throw new Failure(messages.noTemplate(operand));
  }
  const known = templates.get(operand);
  if (known) return [known];
  const { nearestNames } = await engine.core();
  throw new Failure(
    messages.unknownTemplate(operand, nearestNames(operand, templates.keys()), [...templates.keys()]),
  );
}
