import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { load } from 'js-yaml';
import { expect, onTestFinished, test, vi } from 'vitest';

// Each step of a pipeline is a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const [github, gitlab] = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => load(text!));

const report = (income: string, total: string) => `部门决算 某局 2024 {
  收入 {
    事业收入                    ${income}
    其他收入                    2.00
    总计                        ${total}
  }
}
`;

/** What stands in for the services: it keeps comments in a file, and answers as `gh` and `curl` would. */
const service = `
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
const [program, ...argv] = process.argv.slice(2);
const file = process.env.SERVICE;
const comments = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
const option = (name) => argv[argv.indexOf(name) + 1];
const place = argv.find((one) => /(comments|notes)/.test(one));
const data = argv.find((one) => /^body=?@/.test(one));
const id = Number(/(\\d+)$/.exec(place)?.[1]);
if (data) {
  const body = readFileSync(data.slice(data.indexOf('@') + 1), 'utf8');
  const method = program === 'gh' ? (argv.includes('--method') ? option('--method') : 'POST') : option('-X');
  if (method === 'POST') comments.push({ id: comments.length + 1, body, at: place });
  else Object.assign(comments.find((one) => one.id === id), { body, at: place });
  writeFileSync(file, JSON.stringify(comments));
} else if (program === 'gh') {
  const [, start] = /^\\.\\[\\] \\| select\\(\\.body \\| startswith\\("(.+)"\\)\\) \\| \\.id$/.exec(option('--jq'));
  for (const one of comments) if (one.body.startsWith(start)) console.log(one.id);
} else console.log(JSON.stringify(comments));
`;

/** A repository with a branch, and the programs that a pipeline calls. */
function pipeline(variables: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'fiscal-recipes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [cwd, bin] = [join(folder, 'work'), join(folder, 'bin')];
  for (const one of [cwd, bin]) mkdirSync(one);
  const program = (name: string, command: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\nexec "${process.execPath}" ${command} "$@"\n`);
    chmodSync(join(bin, name), 0o755);
  };
  writeFileSync(join(folder, 'service.mjs'), service);
  program('fiscal', `"${join(root, 'packages/cli/bin/fiscal.js')}"`);
  for (const name of ['gh', 'curl']) program(name, `"${join(folder, 'service.mjs')}" ${name}`);
  const store = join(folder, 'comments.json');
  writeFileSync(store, JSON.stringify([{ id: 1, body: '别人的评论' }]));
  const env = {
    ...variables,
    PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
    SERVICE: store,
    HOME: folder,
    GIT_CONFIG_SYSTEM: '/dev/null',
    LC_ALL: 'C.UTF-8',
  };
  /** As both services run a step: it ends with the first command that fails. */
  const run = (step: string) =>
    spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step.replaceAll('/tmp/', `${folder}/`)], {
      cwd,
      env,
      encoding: 'utf8',
    });
  const git = (command: string) =>
    expect(run(`git -c user.name=甲 -c user.email=a@example.org ${command}`)).toMatchObject({ status: 0 });
  const write = (text: string) => writeFileSync(join(cwd, '某局.fiscal'), text);
  write(report('1.00', '3.00'));
  for (const command of ['init -q -b main', 'add .', 'commit -q -m 开始', 'checkout -q -b 分支'])
    git(command);
  const commit = (text: string) => {
    write(text);
    git('commit -q -a -m 改');
  };
  const comments = (): { body: string; at?: string }[] => JSON.parse(readFileSync(store, 'utf8'));
  return { cwd, run, commit, comments };
}

function* stepsOf(steps: readonly unknown[]): Generator<string> {
  for (const step of steps) {
    const run = typeof step === 'string' ? step : (step as { run?: string }).run;
    if (run && !/^(npm install|gh release)/.test(run)) yield run;
  }
}

const recipes = [
  {
    name: 'GitHub',
    steps: () => [...stepsOf((github as any).jobs.fiscal.steps)],
    variables: { BASE: 'main', COMMENTS: 'repos/甲/乙/issues/5/comments' },
    at: ['repos/甲/乙/issues/5/comments', 'repos/甲/乙/issues/comments/2'],
  },
  {
    name: 'GitLab',
    steps: () => [...stepsOf((gitlab as any).fiscal.script)],
    variables: {
      BASE: 'main',
      CI_API_V4_URL: 'https://gitlab/api/v4',
      CI_PROJECT_ID: '3',
      CI_MERGE_REQUEST_IID: '5',
      FISCAL_TOKEN: 'x',
    },
    at: [
      'https://gitlab/api/v4/projects/3/merge_requests/5/notes',
      'https://gitlab/api/v4/projects/3/merge_requests/5/notes/2',
    ],
  },
];

test.each(recipes)('the recipe for $name writes one comment, and fails for what is new', (recipe) => {
  const { run, commit, comments } = pipeline(recipe.variables);
  const steps = recipe.steps();
  expect(steps.length).toBeGreaterThan(2);
  const runAll = () => steps.map((step) => run(step)).map(({ status, stderr }) => `${status} ${stderr}`);
  const fine = steps.map(() => '0 ');

  commit(report('1.50', '3.50'));
  expect(runAll()).toEqual(fine);
  expect(comments()).toMatchObject([{ body: '别人的评论' }, { at: recipe.at[0] }]);
  expect(comments()[1]!.body).toContain('| 改 事业收入 | 1.00 万元 | 1.50 万元 |');

  commit(report('1.60', '3.50'));
  expect(runAll()).toEqual([...fine.slice(0, -1), '1 ']);
  expect(comments()).toMatchObject([{ body: '别人的评论' }, { at: recipe.at[1] }]);
  expect(comments()[1]!.body).toContain('| 改 事业收入 | 1.00 万元 | 1.60 万元 |');
});

test('the recipes ask for all that the commands need', () => {
  const { permissions, jobs } = github as any;
  expect(permissions).toMatchObject({ 'pull-requests': 'write', 'security-events': 'write' });
  expect(jobs.fiscal.steps[0].with['fetch-depth']).toBe(0);
  expect((gitlab as any).fiscal.variables.GIT_DEPTH).toBe(0);
});
