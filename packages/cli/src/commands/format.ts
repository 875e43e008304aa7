import { pathToFileURL } from 'node:url';
import type { DecodedSource } from '@fiscal/language/files';
import type { Context } from '../context.js';
import type { Language } from '../engine.js';
import { findFiles } from '../input/find-files.js';
import { readText } from '../input/read-text.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { printDefects } from '../output/defects.js';
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
  const paths = await findFiles(operands, cwd);
  const defects = new core.Defects();
  const texts = paths.map((path) => ({ path, ...readText(path, cwd) }));
  const changes = texts.flatMap((text) => {
    const origin = core.startOf(pathToFileURL(text.path).href);
    return defects.contain(origin, () => changeOf(text, formatText)) ?? [];
  });
  printDefects(defects.met, context.io);
  for (const { path, text } of changes) {
    if (!options.check) await writeText(path, text, cwd);
    const shown = relativePath(path, cwd);
    printLine(options.check ? messages.wouldFormat(shown) : messages.formatted(shown), stdout);
  }
  if (defects.met.length > 0) return 2;
  return options.check && changes.length > 0 ? 1 : 0;
}

function changeOf(
  { path, text, byteOrderMark }: DecodedSource & { path: string },
  formatText: Language['formatText'],
): Change[] {
  const formatted = formatText(text);
  return formatted === text ? [] : [{ path, text: byteOrderMark ? `\ufeff${formatted}` : formatted }];
}
