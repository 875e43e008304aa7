import { pathToFileURL } from 'node:url';
import type { DecodedSource } from '@fiscal/language/files';
import type { Context } from '../context.js';
import type { Language } from '../engine.js';
import { Failure } from '../failure.js';
import { readStandardInput, standardInput } from '../input/check-inputs.js';
import { findFiles } from '../input/find-files.js';
import { readText } from '../input/read-text.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { printDefects } from '../output/defects.js';
import { relativePath } from '../output/place.js';
import { printLine } from '../output/print.js';
import { type NewFile, writeFiles } from '../output/write-file.js';

export interface FormatOptions {
  check?: boolean;
}

/**
 * Rewrites files in the canonical layout, or says which ones are not in it. All are read before any is written; one
 * that our own defect keeps from being laid out stays as it is, and the others do not wait for it.
 */
export async function format(
  operands: string[],
  options: FormatOptions,
  context: Context,
): Promise<ExitCode> {
  const { cwd, stdout } = context.io;
  const [{ formatText }, core] = await Promise.all([context.engine.language(), context.engine.core()]);
  if (operands.includes(standardInput)) return formatStandardInput(operands, options, formatText, context);
  const paths = await findFiles(operands, cwd);
  const defects = new core.Defects();
  const texts = paths.map((path) => ({ path, ...readText(path, cwd) }));
  const changes = texts.flatMap((text) => {
    const origin = core.startOf(pathToFileURL(text.path).href);
    return defects.contain(origin, () => changeOf(text, formatText)) ?? [];
  });
  printDefects(defects.met, context.io);
  const told = options.check ? messages.wouldFormat : messages.formatted;
  const tell = (path: string) => printLine(told(relativePath(path, cwd)), stdout);
  if (options.check) for (const { path } of changes) tell(path);
  else writeFiles(changes, cwd, tell);
  if (defects.met.length > 0) return 2;
  return options.check && changes.length > 0 ? 1 : 0;
}

/** For editors: the text comes back as it is, with nothing made visible in it. */
async function formatStandardInput(
  operands: string[],
  options: FormatOptions,
  formatText: Language['formatText'],
  { io }: Context,
): Promise<ExitCode> {
  const other = operands.find((operand) => operand !== standardInput);
  if (other !== undefined) throw new Failure(messages.cannotCombine(standardInput, other));
  const { text, byteOrderMark } = await readStandardInput(io);
  const formatted = formatText(text);
  if (options.check) return formatted === text ? 0 : 1;
  io.stdout.write(byteOrderMark ? `\ufeff${formatted}` : formatted);
  return 0;
}

function changeOf(
  { path, text, byteOrderMark }: DecodedSource & { path: string },
  formatText: Language['formatText'],
): NewFile[] {
  const formatted = formatText(text);
  return formatted === text ? [] : [{ path, content: byteOrderMark ? `\ufeff${formatted}` : formatted }];
}
