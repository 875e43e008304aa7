import type { Finding } from '@fiscal/core';
import { fileURLToPath } from 'node:url';
import type { Context } from './context.js';
import { readText } from './input/read-text.js';
import { writeFiles } from './output/write-file.js';

/** Mends in each file what needs no asking; says how many findings that were. Files are written whole or not at all. */
export async function mendFiles(
  uris: readonly string[],
  findings: readonly Finding[],
  { engine, io: { cwd } }: Context,
): Promise<number> {
  const { mend } = await engine.language();
  const changes = uris.map((uri) => {
    const path = fileURLToPath(uri);
    const { text, byteOrderMark } = readText(path, cwd);
    const changed = mend(
      text,
      findings.filter(({ origin }) => origin.uri === uri),
    );
    return { path, before: text, byteOrderMark, ...changed };
  });
  const files = changes
    .filter(({ before, text }) => text !== before)
    .map(({ path, text, byteOrderMark }) => ({ path, content: byteOrderMark ? `\ufeff${text}` : text }));
  writeFiles(files, cwd, () => undefined);
  return changes.reduce((sum, { mended }) => sum + mended, 0);
}
