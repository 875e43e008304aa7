import type { Context } from '../context.js';
import type { Language } from '../engine.js';
import { findFiles } from '../input/find-files.js';
import { readText } from '../input/read-text.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { relativePath } from '../output/place.js';
import { printLine } from '../output/print.js';
import { writeText } from '../output/write-file.js';

export interface FormatOptions {
  check?: boolean;
}

interface Change {
  path: string;
  text: string;
}

/** Rewrites files in the canonical layout, or says which ones are not in it. All are read before any is written. */
export async function format(
  operands: string[],
  options: FormatOptions,
  context: Context,
): Promise<ExitCode> {
  const { cwd, stdout } = context.io;
  const { formatText } = await context.engine.language();
  const paths = await findFiles(operands, cwd);
  const changes = paths.flatMap((path) => changeOf(path, formatText, cwd));
  for (const { path, text } of changes) {
    if (!options.check) await writeText(path, text, cwd);
    const shown = relativePath(path, cwd);
    printLine(options.check ? messages.wouldFormat(shown) : messages.formatted(shown), stdout);
  }
  return options.check && changes.length > 0 ? 1 : 0;
}

function changeOf(path: string, formatText: Language['formatText'], cwd: string): Change[] {
  const { text, byteOrderMark } = readText(path, cwd);
  const formatted = formatText(text);
  return formatted === text ? [] : [{ path, text: byteOrderMark ? `\ufeff${formatted}` : formatted }];
}
