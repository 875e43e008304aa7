import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Which machine: on a shared disk the processes of another are not ours to know. */
const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

const temporary = /^\.fiscal-([0-9a-f]{8})-(\d+)-\d+\.part$/;
const day = 24 * 60 * 60 * 1000;

/** Files that this process is writing. */
const own = new Set<string>();
let count = 0;

/** A name that no other process uses, beside a file that is to be replaced; short, whatever that file is called. */
export function temporaryPath(folder: string): string {
  const path = join(folder, `.fiscal-${host}-${process.pid}-${count++}.part`);
  own.add(path);
  return path;
}

/** Removes temporary files from a folder whose process was killed while it wrote. */
export function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, machine, pid] = temporary.exec(name) ?? [];
    const path = join(folder, name);
    if (pid === undefined || own.has(path)) continue;
    if (machine === host ? !isRunning(Number(pid)) : isOld(path)) remove(path);
  }
}

/** Gone already is as good. */
export function remove(path: string): void {
  own.delete(path);
  try {
    unlinkSync(path);
  } catch {
    // Removed by another process that looked for leftovers, or not ours to remove: it harms nobody.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A process of our own number that is not us was here before: in a container numbers begin again. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isOld(path: string): boolean {
  try {
    return Date.now() - lstatSync(path).mtimeMs > day;
  } catch {
    return false;
  }
}
