import { createHash } from 'node:crypto';
import { type FSWatcher, readdirSync, readFileSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFiscal } from '../input/find-files.js';
import { statusOf } from '../input/status.js';

/** Programs that save a file write more than once. */
const quiet = 60;

/** What a run looked at: whatever happens to that is a reason for the next one. */
export interface Watched {
  /** Files that were read, or were asked for and are not there. */
  files: readonly string[];
  /** Folders in which any source counts, one that is not there yet too. */
  folders: readonly string[];
}

/**
 * Waits until something that was looked at is another: a file of these, or any source in the folders. What is only
 * written again as it was, or touched by somebody else, is no other.
 */
export class Watcher {
  private readonly watchers = new Map<string, FSWatcher>();
  private watched: Watched = { files: [], folders: [] };
  private timer: NodeJS.Timeout | undefined;
  private isChanged = false;
  /** What everything held when it was last known to be looked at. */
  private held = new Map<string, string>();
  private tell: (() => void) | undefined;

  /** From now on these: before anything is read, or a change meanwhile would be missed. */
  watch(watched: Watched): void {
    this.watched = watched;
    const folders = new Set([
      ...watched.files.map((file) => dirname(file)),
      ...watched.folders.flatMap(foldersBelow),
    ]);
    for (const folder of folders) if (!this.watchers.has(folder)) this.add(folder);
    // What a run came upon besides held this when it read it, unless something changed meanwhile.
    if (this.isChanged) return;
    for (const [path, content] of contentsOf(watched)) if (!this.held.has(path)) this.held.set(path, content);
  }

  /** Resolves when something changed since it resolved last. */
  async change(): Promise<void> {
    for (;;) {
      if (!this.isChanged) await new Promise<void>((resolve) => (this.tell = resolve));
      this.isChanged = false;
      const now = contentsOf(this.watched);
      const isSame = [...now].every(([path, content]) => this.held.get(path) === content);
      const isWhole = [...this.held.keys()].every((path) => now.has(path));
      this.held = now;
      if (!isSame || !isWhole) return;
    }
  }

  close(): void {
    for (const folder of [...this.watchers.keys()]) this.remove(folder);
    clearTimeout(this.timer);
  }

  private add(folder: string): void {
    try {
      const watcher = watch(folder, (_, name) => this.notice(folder, name));
      watcher.on('error', () => this.remove(folder));
      this.watchers.set(folder, watcher);
    } catch {
      // A folder that is not there, or may not be looked into, tells nothing.
    }
  }

  private remove(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }

  private notice(folder: string, name: string | null): void {
    if (name !== null && !this.isMeant(join(folder, name))) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.isChanged = true;
      this.tell?.();
    }, quiet);
  }

  private isMeant(path: string): boolean {
    const { files, folders } = this.watched;
    if (files.includes(path)) return true;
    // A folder that came or went may hold sources.
    const isSource = isFiscal(path) || !statusOf(path)?.isFile();
    return isSource && folders.some((folder) => path.startsWith(folder));
  }
}

/** What each file that is meant holds, in short. */
function contentsOf({ files, folders }: Watched): Map<string, string> {
  const paths = [...files, ...folders.flatMap((folder) => foldersBelow(folder).flatMap(sourcesIn))];
  return new Map(paths.map((path) => [path, contentOf(path)]));
}

function contentOf(path: string): string {
  try {
    if (statusOf(path)?.isDirectory()) return 'folder';
    return createHash('sha256').update(readFileSync(path)).digest('base64');
  } catch {
    return 'nothing';
  }
}

function sourcesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(isFiscal)
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function foldersBelow(folder: string): string[] {
  const found = [folder];
  for (const path of found) {
    try {
      for (const entry of readdirSync(path, { withFileTypes: true }))
        if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
          found.push(join(path, entry.name));
    } catch {
      // Meanwhile it went.
    }
  }
  return found;
}
