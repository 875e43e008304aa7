/**
 * Writes the catalogue and the .fiscal files into src/generated as plain strings, so that the library
 * works in a browser and inside a bundle without reading files. The same input gives the same output.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const entryColumns = ['code', 'name', 'verified', 'budget', 'group', 'explanation', 'note', 'alternatives'];
const historyColumns = ['code', 'year', 'old', 'new', 'verified', 'note', 'earliest', 'latest'];

/** The template that the manual speaks of. */
const defaultTemplate = '四川';

const catalogs = {
  functional: table('functional', entryColumns),
  economic: table('economic', entryColumns),
  governmentEconomic: table('gov_economic', entryColumns),
  revenue: table('revenue', entryColumns),
  history: table('history', historyColumns),
};
writeGenerated('catalog.ts', [constant('catalogTables', catalogs, '')]);
writeGenerated('sources.ts', [
  constant('librarySources', fiscalSources(), ': { uri: string; text: string }[]'),
  constant('skeletons', skeletons(), ': { template: string; text: string }[]'),
]);

writeGenerated('usage.ts', [
  constant(
    'usualSubjects',
    usage('subjects', ({ code }) => code),
    ': readonly string[]',
  ),
  constant(
    'departmentWords',
    usage('departments', ({ code, words }) => ({ code, words })),
    ': readonly { code: string; words: readonly string[] }[]',
  ),
]);
writeGenerated('rule-pages.ts', [constant('rulePages', rulePages(), ': Record<string, string>')]);

/** What is usual in reports: rows of a table in `usage`, in its order. */
function usage(name, take) {
  const lines = readFileSync(join(folder, 'usage', `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean);
  return lines.map((line) => take(JSON.parse(line)));
}

/** One row per line, columns parted by tabs, empty columns at the end left out. */
function table(name, columns) {
  const lines = readFileSync(join(folder, 'catalog', `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean);
  return lines.map((line) => row(JSON.parse(line), columns)).join('\n');
}

function row(entry, columns) {
  const cells = columns.map((column) => [entry[column] ?? ''].flat().join('|'));
  if (cells.some((cell) => /[\t\n\r]/.test(cell))) throw new Error(`Tab or line break in row ${entry.code}`);
  return cells.join('\t').trimEnd();
}

/** Every .fiscal file, named by its path below `fiscal/`, in code point order of the path. */
function fiscalSources() {
  const root = join(folder, 'fiscal');
  if (!existsSync(root)) return [];
  const paths = readdirSync(root, { recursive: true }).map((path) => path.replaceAll('\\', '/'));
  return paths
    .filter((path) => path.endsWith('.fiscal'))
    .sort()
    .map((path) => ({ uri: `fiscal-library:/${path}`, text: sourceText(join(root, path)) }));
}

/** What a new report begins with, by its template; first the one that is taken where nobody chooses. */
function skeletons() {
  const root = join(folder, 'skeleton');
  const templates = readdirSync(root).map((name) => name.replace(/\.fiscal$/, ''));
  const others = templates.filter((template) => template !== defaultTemplate).sort();
  return [defaultTemplate, ...others].map((template) => ({
    template,
    text: sourceText(join(root, `${template}.fiscal`)),
  }));
}

/** The page of every rule by its id; as tests they stand with the tests, see tests/stories.test.ts. */
function rulePages() {
  const root = join(folder, '..', '..', 'tests', 'stories');
  const names = readdirSync(root).filter((name) => name.endsWith('.md'));
  return Object.fromEntries(names.sort().map((name) => [name.slice(0, -3), sourceText(join(root, name))]));
}

/** Line ends and a byte order mark must not depend on how the file was checked out. */
function sourceText(path) {
  return readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
}

function constant(name, value, type) {
  return `export const ${name}${type} = ${JSON.stringify(value)};\n`;
}

function writeGenerated(name, constants) {
  const target = join(folder, 'src', 'generated');
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, name), `// Made by embed.mjs; do not edit.\n${constants.join('')}`);
}
