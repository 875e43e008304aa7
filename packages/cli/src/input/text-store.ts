import { readdirSync, realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { DecodedSource, FolderEntry } from '@fiscal/language/files';
import { readText } from './read-text.js';

/** Where the texts of files come from. */
export interface TextStore {
  /** The file that a path leads to, through links; undefined where there is none. */
  realPath(path: string): string | undefined;
  /** Throws a Failure that says why a file cannot be read. */
  read(path: string): DecodedSource;
  /** What lies in a folder; nothing where it cannot be looked into. */
  list(folder: string): FolderEntry[];
}

/** Files as they lie on the disk. */
export function diskStore(cwd: string): TextStore {
  return { realPath: realPathOnDisk, read: (path) => readText(path, cwd), list: listOnDisk };
}

function realPathOnDisk(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** Without links: they may lead anywhere. */
function listOnDisk(folder: string): FolderEntry[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isDirectory())
      .map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }));
  } catch {
    return [];
  }
}

/** One text in place of what may lie at its path; everything else comes from another store. */
export function overlay(path: string, text: DecodedSource, store: TextStore): TextStore {
  return {
    realPath: (asked) => (asked === path ? path : store.realPath(asked)),
    read: (asked) => (asked === path ? text : store.read(asked)),
    list: (folder) => {
      const entries = store.list(folder);
      const name = basename(path);
      const isMissing = dirname(path) === folder && entries.every((entry) => entry.name !== name);
      return isMissing ? [...entries, { name, isDirectory: false }] : entries;
    },
  };
}
