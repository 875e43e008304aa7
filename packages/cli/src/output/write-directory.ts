import type { PublishedFile } from '@fiscal/report/publications';
import { mkdir, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { Failure } from '../failure.js';
import { statusOf } from '../input/status.js';
import { messages } from '../messages.zh.js';
import { safeFileName } from './file-name.js';
import { relativePath } from './place.js';
import { systemReason } from '../system-error.js';
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

/** Makes the directory unless it is there, and resolves its symbolic links. */
async function makeDirectory(path: string, cwd: string): Promise<string> {
  const shown = relativePath(path, cwd);
  try {
    const status = statusOf(path);
    if (status && !status.isDirectory()) throw new Failure(messages.outputIsFile(shown));
    await mkdir(path, { recursive: true });
    return await realpath(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(messages.cannotWrite(shown, systemReason(error)));
  }
}

function isWithin(path: string, root: string): boolean {
  const inner = relative(root, path);
  return inner !== '..' && !inner.startsWith(`..${sep}`) && !isAbsolute(inner);
}
