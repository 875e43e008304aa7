import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The first of these files that can be run. */
export async function firstProgram(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await isProgram(path)) return path;
  return undefined;
}

/** Where the shell would look for a program that has one of these names, the first name first in each folder. */
export function onPath(env: NodeJS.ProcessEnv, names: readonly string[]): string[] {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
