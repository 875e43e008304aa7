import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { examineReports, type Finding, messageOf, type Report } from '@fiscal/core';
import { load, type Workspace } from '@fiscal/language';

const folder = 'file:///reports/';
const examples = join(import.meta.dirname, '..', 'examples');

/** Every example by its path below their folder: 最小/最小.fiscal */
export const exampleFiles = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.fiscal'))
  .sort();

/** The name of a text that stands alone. */
export const main = '报告.fiscal';

/** Texts by the names of their files. */
export type Files = Record<string, string>;

export function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(folder.length));
}

/** Files of one folder: these are given, the others are there to be referred to. */
export function loadFiles(files: Files, given = Object.keys(files)): Workspace {
  const sources = given.map((name) => ({ uri: folder + encodeURIComponent(name), text: files[name]! }));
  return load(sources, { read: (uri) => files[nameOf(uri)] });
}

/** A text alone, or beside others that it refers to. */
export function loadText(text: string, others: Files = {}): Workspace {
  return loadFiles({ [main]: text, ...others }, [main]);
}

/** An example, with what it refers to. */
export function loadExample(path: string): Workspace {
  const file = join(examples, path);
  return load([{ uri: pathToFileURL(file).href, text: readFileSync(file, 'utf8') }], { read: readIfThere });
}

/** A file of this machine; many are only looked for. */
export function readIfThere(uri: string): string | undefined {
  const file = fileURLToPath(uri);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** All that is found in what was loaded; `more` is found by the caller's own work. */
export function findingsOf(workspace: Workspace, more?: (report: Report) => Finding[]): Finding[] {
  return examineReports(workspace, more).findings;
}

/** All that is found in a text. */
export function check(text: string, others: Files = {}): Finding[] {
  return findingsOf(loadText(text, others));
}

/** An error or a warning; the rest are notes. */
export function isWrong({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** I0103 「收入总计」应为 3,650.37 万元 … */
export function saying(finding: Finding): string {
  return `${finding.rule} ${messageOf(finding)}`;
}
