import { readFileSync, statSync, type Stats } from 'node:fs';
import { type DecodedSource, largestSource } from '@fiscal/language/files';
import { Failure, UnreadableFailure } from '../failure.js';
import { messages } from '../messages.zh.js';
import { relativePath } from '../output/place.js';
import { systemReason } from '../system-error.js';
import { decodeText } from './decode-text.js';

/** The bytes of any file that is not larger than that. */
export function readBytes(path: string, cwd: string, largest: number): Uint8Array {
  const shown = relativePath(path, cwd);
  const status = existing(path, shown);
  if (status.isDirectory()) throw new UnreadableFailure('not-ordinary', messages.isDirectory(shown));
  if (!status.isFile()) throw new UnreadableFailure('not-ordinary', messages.notRegular(shown));
  if (status.size > largest) throw new UnreadableFailure('too-large', messages.documentTooLarge(shown));
  return bytesOf(path, shown);
}

/** Reads a source file; every reason why it cannot be read is one clear line. */
export function readText(path: string, cwd: string): DecodedSource {
  const shown = relativePath(path, cwd);
  const status = existing(path, shown);
  if (status.isDirectory()) throw new UnreadableFailure('not-ordinary', messages.isDirectory(shown));
  if (!status.isFile()) throw new UnreadableFailure('not-ordinary', messages.notRegular(shown));
  if (status.size > largestSource) throw new UnreadableFailure('too-large', messages.tooLarge(shown));
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
  return new UnreadableFailure('no-access', messages.cannotRead(shown, systemReason(error)));
}
