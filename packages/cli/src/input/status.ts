import { statSync, type Stats } from 'node:fs';

/** Whether two paths lead to one file, be it through a link. */
export function isSameFile(a: string, b: string): boolean {
  const [left, right] = [statusOf(a), statusOf(b)];
  return left !== undefined && right !== undefined && left.dev === right.dev && left.ino === right.ino;
}

/** What stands at a path; undefined also when it may not be looked at: reading or writing it will say why. */
export function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
