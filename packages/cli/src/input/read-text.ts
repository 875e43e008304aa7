import { readFileSync, statSync, type Stats } from 'node:fs';
import { Failure } from '../failure.js';
import { messages } from '../messages.zh.js';
import { relativePath } from '../output/place.js';
import { systemReason } from '../system-error.js';
import { decodeText, type DecodedText } from './decode-text.js';

const megabyte = 1024 * 1024;
const largest = 20;

/** Reads a source file; every reason why it cannot be read is one clear line. */
export function readText(path: string, cwd: string): DecodedText {
  const shown = relativePath(path, cwd);
  const status = existing(path, shown);
  if (status.isDirectory()) throw new Failure(messages.isDirectory(shown));
  if (!status.isFile()) throw new Failure(messages.notRegular(shown));
  if (status.size > largest * megabyte) throw new Failure(messages.tooLarge(shown, largest));
  return decodeText(bytesOf(path, shown), shown);
}

function existing(path: string, shown: string): Stats {
  try {
    // Thrown, not asked for with `throwIfNoEntry`: Nodes differ in whether that also covers a file taken for a folder.
    return statSync(path);
  } catch (error) {
    throw readFailure(error, shown);
  }
}

function bytesOf(path: string, shown: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw readFailure(error, shown);
  }
}

function readFailure(error: unknown, shown: string): Failure {
  if (error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT')
    return new Failure(messages.noSuchFile(shown));
  return new Failure(messages.cannotRead(shown, systemReason(error)));
}
