import { realpathSync } from 'node:fs';
import type { DecodedSource } from '@fiscal/language/files';
import { readText } from './read-text.js';

/** Where the texts of files come from. */
export interface TextStore {
  /** The file that a path leads to, through links; undefined where there is none. */
  realPath(path: string): string | undefined;
  /** Throws a Failure that says why a file cannot be read. */
  read(path: string): DecodedSource;
}

/** Files as they lie on the disk. */
export function diskStore(cwd: string): TextStore {
  return { realPath: realPathOnDisk, read: (path) => readText(path, cwd) };
}

function realPathOnDisk(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** One text in place of what may lie at its path; everything else comes from another store. */
export function overlay(path: string, text: DecodedSource, store: TextStore): TextStore {
  return {
    realPath: (asked) => (asked === path ? path : store.realPath(asked)),
    read: (asked) => (asked === path ? text : store.read(asked)),
  };
}
