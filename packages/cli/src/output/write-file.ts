import { constants } from 'node:fs';
import { access, lstat } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { Failure } from '../failure.js';
import { messages } from '../messages.zh.js';
import { systemReason } from '../system-error.js';
import { relativePath } from './place.js';

/** Writes a text whole or not at all: to a temporary file beside it, then renamed; removed on failure and Ctrl-C. */
export async function writeText(path: string, text: string, cwd: string): Promise<void> {
  try {
    // Renaming would replace a write-protected file without asking.
    if (await exists(path)) await access(path, constants.W_OK);
    await writeFileAtomic(path, text);
  } catch (error) {
    throw new Failure(messages.cannotWrite(relativePath(path, cwd), systemReason(error)));
  }
}

/** Writes a file that must not exist yet. */
export async function writeNewText(path: string, text: string, cwd: string): Promise<void> {
  if (await exists(path)) throw new Failure(messages.exists(relativePath(path, cwd)));
  await writeText(path, text, cwd);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
