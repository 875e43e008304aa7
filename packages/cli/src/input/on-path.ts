import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Io } from '../io.js';

/** Whether a shell, or git, finds the program by its name alone; on Windows npm writes it as a .cmd. */
export function isOnPath(program: string, { env }: Pick<Io, 'env'>): boolean {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = [program, `${program}.cmd`, `${program}.exe`];
  return folders.some((folder) => names.some((name) => existsSync(join(folder, name))));
}
