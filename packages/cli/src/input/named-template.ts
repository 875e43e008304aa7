import { relative, sep } from 'node:path';
import type { Context } from '../context.js';
import type { OwnTemplate } from '../engine.js';
import { countErrors } from '../examine.js';
import { Failure } from '../failure.js';
import { messages } from '../messages.zh.js';
import { givenPath } from './given-path.js';
import { SourceFiles } from './source-files.js';

/** A name that is misspelt is answered with those that are near. */
export async function checkTemplate(name: string | undefined, { engine }: Context): Promise<void> {
  const { skeletonTemplates } = await engine.language();
  if (name === undefined || skeletonTemplates.includes(name)) return;
  const { nearestNames } = await engine.core();
  throw new Failure(messages.unknownTemplate(name, nearestNames(name, skeletonTemplates), skeletonTemplates));
}

/** One of the library by its name, or the last one of a file, which may be made from others above it. */
export async function templateToRead(
  operand: string | undefined,
  folder: string,
  context: Context,
): Promise<string | OwnTemplate | undefined> {
  if (operand === undefined || !operand.endsWith('.fiscal')) {
    await checkTemplate(operand, context);
    return operand;
  }
  const { cwd } = context.io;
  const path = givenPath(operand, cwd);
  const files = new SourceFiles(cwd);
  const { load } = await context.engine.language();
  const { definitions, findings } = load(files.readAll([path]), files);
  const errors = countErrors(findings);
  if (errors > 0) throw new Failure(messages.wrongTemplate(operand, errors));
  const [defined] = definitions;
  const template = defined?.templates.at(-1);
  if (!defined || !template) throw new Failure(messages.noTemplate(operand));
  const reference = relative(folder, path).split(sep).join('/');
  return { name: template.name, definitions: defined, reference };
}
