import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure.js';
import { messages } from '../messages.zh.js';
import { systemReason } from '../system-error.js';
import { remove, removeLeftovers, temporaryPath } from './leftovers.js';
import { relativePath } from './place.js';

export interface NewFile {
  path: string;
  content: string | Uint8Array;
}

/** A file that stands whole beside the file that it is to replace. */
interface Prepared {
  path: string;
  temporary: string;
  target: string;
}

/**
 * Writes files whole or not at all, and together: all of them to temporary files first, which takes the time and
 * fails where something can; then each is renamed to its place, and `placed` is told. Whenever the process is killed,
 * a file is the old one or the new one; temporary files that were left then are removed by the next run.
 */
export function writeFiles(files: readonly NewFile[], cwd: string, placed: (path: string) => void): void {
  const prepared: Prepared[] = [];
  const done: string[] = [];
  try {
    for (const one of files) prepared.push(attempt(one.path, cwd, (shown) => prepare(one, shown)));
    for (const one of prepared) {
      attempt(one.path, cwd, () => renameSync(one.temporary, one.target));
      done.push(one.path);
      placed(one.path);
    }
  } catch (error) {
    for (const { temporary } of prepared) remove(temporary);
    if (!(error instanceof Failure) || done.length === 0) throw error;
    throw new Failure(...error.lines, messages.partlyWritten(done.map((path) => relativePath(path, cwd))));
  }
}

export async function writeText(path: string, text: string, cwd: string): Promise<void> {
  writeFiles([{ path, content: text }], cwd, () => undefined);
}

/** Writes a file that must not exist yet. */
export async function writeNewText(path: string, text: string, cwd: string): Promise<void> {
  if (exists(path)) throw new Failure(messages.exists(relativePath(path, cwd)));
  await writeText(path, text, cwd);
}

function attempt<Result>(path: string, cwd: string, work: (shown: string) => Result): Result {
  const shown = relativePath(path, cwd);
  try {
    return work(shown);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(messages.cannotWrite(shown, systemReason(error)));
  }
}

function prepare({ path, content }: NewFile, shown: string): Prepared {
  const before = exists(path);
  // Renaming would replace a write-protected file without asking, and a link by a file.
  if (before) accessSync(path, constants.W_OK);
  const target = before ? realpathSync(path) : path;
  const like = before ? statSync(target) : undefined;
  if (like?.isDirectory()) throw new Failure(messages.cannotWrite(shown, messages.systemErrors['EISDIR']!));
  removeLeftovers(dirname(target));
  const temporary = temporaryPath(dirname(target));
  try {
    write(temporary, content, like);
  } catch (error) {
    remove(temporary);
    throw error;
  }
  return { path, temporary, target };
}

/** With the owner and the rights of the file that it is to replace. */
function write(path: string, content: NewFile['content'], like: Stats | undefined): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, content);
    if (like) adopt(file, like);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function adopt(file: number, { mode, uid, gid }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Only the administrator may give a file away; to whoever may not it belongs already, or will.
  }
  fchmodSync(file, mode);
}

/** Also a link that leads nowhere. What cannot even be looked at cannot be written either, which will say why. */
function exists(path: string): boolean {
  try {
    return lstatSync(path) !== undefined;
  } catch {
    return false;
  }
}
