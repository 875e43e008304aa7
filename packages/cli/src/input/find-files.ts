import { basename, resolve, sep } from 'node:path';
import { Failure } from '../failure.js';
import { messages } from '../messages.zh.js';
import { relativePath } from '../output/place.js';
import { withoutExcluded } from './projects.js';
import { statusOf } from './status.js';

/** Some systems write it in capitals. */
export function isFiscal(name: string): boolean {
  return /\.fiscal$/i.test(name);
}

/** The name of a source without its ending. */
export function nameOf(path: string): string {
  return basename(path).replace(/\.fiscal$/i, '');
}

const ignore = ['**/node_modules/**'];

/**
 * The files that operands mean: files as named; of folders and of glob patterns all .fiscal files that the project
 * does not leave out; absolute, each once.
 */
export async function findFiles(operands: string[], cwd: string): Promise<string[]> {
  const found = await Promise.all(operands.map((operand) => filesOf(operand, cwd)));
  const failures = found.flatMap((files) => (files instanceof Failure ? files.lines : []));
  if (failures.length > 0) throw new Failure(...failures);
  return [...new Set(found.flatMap((files) => (files instanceof Failure ? [] : files)))];
}

/** A file whose name happens to hold `[` or `*` is that file, not a pattern. */
async function filesOf(operand: string, cwd: string): Promise<string[] | Failure> {
  if (operand.trim() === '') return new Failure(messages.emptyOperand);
  const path = resolve(cwd, operand);
  const status = statusOf(path);
  if (status?.isDirectory()) {
    const files = await filesIn(path);
    return files.length > 0 ? files : new Failure(messages.emptyDirectory(relativePath(path, cwd)));
  }
  if (status) return [path];
  const { isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(operand)) return [path];
  const files = (await sorted(operand.split(sep).join('/'), cwd)).filter(isFiscal);
  return files.length > 0 ? files : new Failure(messages.noMatch(operand));
}

/** All .fiscal files of a folder that the project does not leave out. */
export async function filesIn(folder: string): Promise<string[]> {
  return sorted('**/*.fiscal', folder, false);
}

async function sorted(pattern: string, cwd: string, caseSensitiveMatch = true): Promise<string[]> {
  const options = { cwd, ignore, onlyFiles: true, followSymbolicLinks: false, caseSensitiveMatch };
  const { glob } = await import('tinyglobby');
  const files = await glob(pattern, options);
  return withoutExcluded(files.map((file) => resolve(cwd, file)).sort(), cwd);
}
