import { statSync, type Stats } from 'node:fs';

/** What stands at a path; undefined also when it may not be looked at: reading or writing it will say why. */
export function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
