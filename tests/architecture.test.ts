import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** What each package may import, besides its own files. */
const mayImport: Record<string, string[]> = {
  core: ['decimal.js'],
  library: [],
  language: ['@fiscal/core', '@fiscal/library', 'langium', 'chevrotain'],
  // hast, mdast and xast are the types of the libraries' trees.
  report: ['@fiscal/core', 'hast', 'mdast', 'xast', ...dependenciesOf('report')],
  // The language only to merge sources and to see that a merge says what both sides say.
  compare: ['@fiscal/core', '@fiscal/language', ...dependenciesOf('compare')],
  // Reads what was published, writes sources of it, and composes it again to compare; each format by its own library.
  read: ['@fiscal/core', '@fiscal/language', '@fiscal/report', 'mdast', ...dependenciesOf('read')],
  // Files of this machine are opened by its Node entry alone; the browser's bundle would fail with it.
  server: [
    '@fiscal/core',
    '@fiscal/language',
    '@fiscal/report',
    '@fiscal/compare',
    '@fiscal/read',
    ...dependenciesOf('server'),
    'node:',
  ],
  // The language server only to start it: `fiscal lsp`.
  cli: [
    '@fiscal/core',
    '@fiscal/language',
    '@fiscal/library',
    '@fiscal/read',
    '@fiscal/report',
    '@fiscal/compare',
    '@fiscal/server/node',
    '@fiscal/server/machine',
    ...dependenciesOf('cli'),
    'node:',
  ],
  // Of the server only the names and types of its requests: it is started as a file of its own.
  vscode: ['vscode', 'vscode-languageclient', '@fiscal/server/protocol'],
};

describe.each(Object.entries(mayImport))('%s', (name, allowed) => {
  const files = sourceFiles(name);

  test('imports only what its floor allows', () => {
    expect(files.length).toBeGreaterThan(0);
    const strange = files.flatMap(({ path, text }) =>
      importsOf(text)
        .filter((target) => !target.startsWith('.') && !allowed.some((start) => matches(target, start)))
        .map((target) => `${path} imports ${target}`),
    );
    expect(strange).toEqual([]);
  });

  test('depends on what it imports of the project, and on nothing else of it', () => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string> | undefined>;
    const own = (target: string) => /^@fiscal\/[^/]+/.exec(target)?.[0];
    const imported = files.flatMap(({ text }) => importsOf(text)).flatMap((target) => own(target) ?? []);
    const declared = Object.keys({ ...dependencies, ...devDependencies }).flatMap(
      (target) => own(target) ?? [],
    );
    expect([...new Set(declared)].sort()).toEqual([...new Set(imported)].sort());
  });

  test('keeps binary floating point away from figures', () => {
    const calls = /parseFloat|\bMath\.(round|floor|ceil|trunc)\b|\.toNumber\(\)/;
    const strange = files.filter(({ path, text }) => calls.test(text) && !geometryOrCounts.has(path));
    expect(strange.map(({ path }) => path)).toEqual([]);
  });

  test('names no province', () => {
    const provinces = /四川|上海|北京|天津|重庆|浙江|广东|安徽|云南|新疆|甘肃|陕西|湖南|湖北|河南|江西/;
    expect(files.filter(({ text }) => provinces.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

/** What the files of each folder of core may import, besides their own folder: each only what stands above it. */
const foldersOfCore: Record<string, string[]> = {
  number: [],
  vocabulary: ['number'],
  catalog: ['vocabulary'],
  model: ['number', 'vocabulary', 'catalog'],
  knowledge: ['number', 'vocabulary', 'catalog', 'model'],
  findings: ['number', 'vocabulary', 'model', 'knowledge'],
  formulas: ['number', 'vocabulary', 'catalog', 'model', 'knowledge', 'findings'],
  prose: ['number', 'model', 'formulas'],
  checks: ['number', 'vocabulary', 'catalog', 'model', 'knowledge', 'findings', 'formulas', 'prose'],
};

describe('the folders of core', () => {
  const modules = modulesOf('core');

  test('are these', () => {
    const found = new Set([...modules.keys()].map(folderOf));
    expect([...found].sort()).toEqual(['.', ...Object.keys(foldersOfCore)].sort());
  });

  test('import only what stands above them', () => {
    const strange = [...modules].flatMap(([path, imports]) =>
      imports
        .map(({ target }) => target)
        .filter((target) => folderOf(path) !== '.' && folderOf(target) !== folderOf(path))
        .filter((target) => !foldersOfCore[folderOf(path)]?.includes(folderOf(target)))
        .map((target) => `${path} imports ${target}`),
    );
    expect(strange).toEqual([]);
  });

  test('hold no circles of imports but of types', () => {
    expect(circlesIn(modules)).toEqual([]);
  });
});

test('nothing that core finds out outlives the report that it was found in', () => {
  const filled =
    /^(?:export )?(?:let |const \w+(?:: (?!Readonly)[^=]+)? = new (?:WeakMap|WeakSet|Map|Set)(?:<[^;]*>)?\(\);)/m;
  const memories = /^(?:export )?const \w+ = remembered\(/m;
  const core = sourceFiles('core');
  expect(core.filter(({ text }) => filled.test(text)).map(({ path }) => path)).toEqual([]);
  // What stands in a text depends on the text alone; so many texts are kept, and no more.
  expect(core.filter(({ text }) => memories.test(text)).map(({ path }) => path)).toEqual([
    'packages/core/src/prose/quantity.ts',
    'packages/core/src/prose/slips.ts',
    'packages/core/src/prose/subject-path.ts',
  ]);
});

test.each(['core', 'library', 'language', 'report', 'compare', 'read'])(
  '%s neither reads nor writes nor prints',
  (name) => {
    const effects = /\b(console|process|require|fetch|localStorage)\b\s*[.(]/;
    expect(sourceFiles(name).filter(({ text }) => effects.test(withoutComments(text)))).toEqual([]);
  },
);

test('what the command line says goes through one door, which makes control characters visible', () => {
  const door = 'packages/cli/src/output/print.ts';
  // The help is the program's own text; a formatted source goes back to the editor as it is.
  const others = ['packages/cli/src/usage/program.ts', 'packages/cli/src/commands/format.ts'];
  const writers = sourceFiles('cli').filter(({ text }) =>
    /\b(?:stdout|stderr|output|io)\.write\(/.test(text),
  );
  expect(writers.map(({ path }) => path).sort()).toEqual([door, ...others].sort());
});

test("files of this machine are opened by the server's Node entry alone", () => {
  const users = sourceFiles('server').filter(({ text }) =>
    importsOf(text).some((target) => target.startsWith('node:')),
  );
  const own = /workspace\/ordinary-files\.ts$|src\/machine\//;
  expect(users.map(({ path }) => path).filter((path) => !own.test(path))).toEqual([]);
  const reached = sourceFiles('server').filter(({ text }) => /from '\.{1,2}\/machine\//.test(text));
  expect(reached.map(({ path }) => path)).toEqual([expect.stringMatching(/src\/node\.ts$/)]);
});

test('rules and the library are read without a parser', () => {
  const modules = modulesOf('language');
  const loaded = new Set(['rules.ts']);
  for (const path of loaded)
    for (const { target, types } of modules.get(path) ?? []) if (!types) loaded.add(target);
  expect(loaded).toContain('library/library.ts');
  const texts = sourceFiles('language').filter(({ path }) =>
    loaded.has(relative('packages/language/src', path)),
  );
  expect(texts.map(({ path }) => path)).toHaveLength(loaded.size);
  expect(texts.filter(({ text }) => /from '(langium|chevrotain)/.test(text))).toEqual([]);
});

test('the syntax tree stays in the language', () => {
  const users = ['core', 'library', 'report', 'compare', 'read', 'cli'].flatMap(sourceFiles);
  expect(users.filter(({ text }) => /generated\/ast|from 'langium'/.test(text))).toEqual([]);
});

test('the top level is what the architecture says', () => {
  const visible = readdirSync(root).filter((name) => !name.startsWith('.') && !ignored.has(name));
  expect(visible.sort()).toEqual(
    [
      'LICENSE',
      'README.md',
      'examples',
      'langium-config.json',
      'package-lock.json',
      'package.json',
      'packages',
      'syntaxes',
      'tests',
      'tsconfig.json',
    ].sort(),
  );
});

const ignored = new Set(['node_modules', 'demo', 'coverage']);

/** Numbers here place things on a drawing, count decimals or read a year; none is a figure. */
const geometryOrCounts = new Set([
  // Reports that are made up, of whole 分.
  'packages/cli/src/trial/random.ts',
  'packages/cli/src/trial/reports/accounts.ts',
  'packages/cli/src/trial/reports/printed-report.ts',
  'packages/language/src/load/properties.ts',
  'packages/report/src/chart/svg.ts',
  'packages/report/src/chart/bar-chart.ts',
  'packages/report/src/chart/text-lines.ts',
  'packages/report/src/docx/page.ts',
  'packages/report/src/chart/pie-chart.ts',
  'packages/report/src/table-layout/table-height.ts',
  'packages/cli/src/output/clip.ts',
]);

function matches(target: string, start: string): boolean {
  return target === start || target.startsWith(start.endsWith(':') ? start : `${start}/`);
}

function dependenciesOf(name: string): string[] {
  const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  return Object.keys(manifest.dependencies).filter((dependency) => !dependency.startsWith('@fiscal/'));
}

function sourceFiles(name: string): { path: string; text: string }[] {
  const folder = join(root, 'packages', name, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('generated'))
    .map((path) => join(folder, path))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map((found) => found[1]!);
}

/** Files of a package below its src, each with what it imports; `types`: nothing of it is there at run time. */
function modulesOf(name: string): Map<string, { target: string; types: boolean }[]> {
  const src = join(root, 'packages', name, 'src');
  return new Map(
    sourceFiles(name).map(({ path, text }) => {
      const own = relative(src, join(root, path));
      return [own, importsWithin(text).map((found) => ({ ...found, target: join(own, '..', found.target) }))];
    }),
  );
}

function importsWithin(text: string): { target: string; types: boolean }[] {
  const statements = text.matchAll(/^(?:import|export) (type )?(?:\{([^}]*)\}|\*) from '(\.[^']+)'/gm);
  return [...statements].map(([, type, names = '', target]) => {
    const imported = names.split(',').filter((name) => name.trim() !== '');
    const types = imported.length > 0 && imported.every((name) => name.trim().startsWith('type '));
    return { target: target!.replace(/\.js$/, '.ts'), types: type !== undefined || types };
  });
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '.';
}

/** One path through each circle of modules that need each other at run time. */
function circlesIn(modules: ReadonlyMap<string, readonly { target: string; types: boolean }[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (way.includes(path) || done.has(path)) return;
    for (const { target, types } of modules.get(path) ?? []) if (!types) visit(target, [...way, path]);
    done.add(path);
  };
  for (const path of modules.keys()) visit(path, []);
  return circles;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}
