import { mkdir, realpath } from 'node:fs/promises';
import { Failure } from '../failure.js';
import { statusOf } from '../input/status.js';
import { messages } from '../messages.zh.js';
import { systemReason } from '../system-error.js';
import { relativePath } from './place.js';

/** Makes the directory unless it is there, and resolves its symbolic links. */
export async function makeDirectory(path: string, cwd: string): Promise<string> {
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
