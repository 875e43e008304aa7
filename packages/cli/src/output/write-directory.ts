import { mkdir, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { Failure } from '../failure.js';
import { statusOf } from '../input/status.js';
import { messages } from '../messages.zh.js';
import { safeFileName } from './file-name.js';
import { relativePath } from './place.js';
import { systemReason } from '../system-error.js';
import { writeText } from './write-file.js';

/**
 * Writes files below a directory, which is made when missing, in the order given. Names are `/`-separated and made
 * safe again; nothing is written outside, not even through a symbolic link. Returns the absolute paths.
 */
export async function writeDirectory(
  directory: string,
  files: Map<string, string>,
  cwd: string,
): Promise<string[]> {
  const root = await makeDirectory(directory, cwd);
  const written: string[] = [];
  for (const [name, text] of files) {
    const path = join(directory, ...name.split('/').map(safeFileName));
    const parent = await makeDirectory(dirname(path), cwd);
    const target = await realpath(path).catch(() => parent);
    if (!isWithin(parent, root) || !isWithin(target, root))
      throw new Failure(messages.outsideDirectory(relativePath(path, cwd)));
    await writeText(path, text, cwd);
    written.push(path);
  }
  return written;
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
