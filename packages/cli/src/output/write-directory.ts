import { safeFileName } from '@fiscal/language/files';
import type { PublishedFile } from '@fiscal/report/publications';
import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { Failure } from '../failure.js';
import { messages } from '../messages.zh.js';
import { makeDirectory } from './make-directory.js';
import { relativePath } from './place.js';
import { type NewFile, writeFiles } from './write-file.js';

/**
 * Writes files below a directory, which is made when missing: all of them or, where one cannot be written, none; they
 * are put in place in the order given, and `placed` is told of each. Names are `/`-separated and made safe again;
 * nothing is written outside, not even through a symbolic link.
 */
export async function writeDirectory(
  directory: string,
  files: readonly PublishedFile[],
  cwd: string,
  placed: (path: string) => void,
): Promise<void> {
  const root = await makeDirectory(directory, cwd);
  const written: NewFile[] = [];
  for (const { name, content } of files) {
    const path = join(directory, ...name.split('/').map(safeFileName));
    const parent = await makeDirectory(dirname(path), cwd);
    const target = await realpath(path).catch(() => parent);
    if (!isWithin(parent, root) || !isWithin(target, root))
      throw new Failure(messages.outsideDirectory(relativePath(path, cwd)));
    written.push({ path, content });
  }
  writeFiles(written, cwd, placed);
}

function isWithin(path: string, root: string): boolean {
  const inner = relative(root, path);
  return inner !== '..' && !inner.startsWith(`..${sep}`) && !isAbsolute(inner);
}
