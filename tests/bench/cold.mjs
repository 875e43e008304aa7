/**
 * What somebody waits for who calls a program once: whole processes, medians of runs in turn, beside what else runs on
 * this machine. Ratios mean the same on every machine; hledger and pandoc are asked where they are installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMessageConnection } from 'vscode-jsonrpc/node.js';
import { generateReport } from './generate-report.mjs';
import { median, ms, print } from './print.mjs';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'packages/cli/bin/fiscal.js');
const leading = join(root, 'examples/攀枝花市经济和信息化局-2023/攀枝花市经济和信息化局-2023.fiscal');
const folder = mkdtempSync(join(tmpdir(), 'fiscal-bench-'));
const runs = 9;

try {
  await report();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function report() {
  const bare = [process.execPath, '-e', '0'];
  const smallest = check(join(root, 'examples/最小/最小.fiscal'));
  compare('cold check, smallest report', smallest, 'bare node', bare, 5);
  compare('cold check, leading example', check(leading), 'bare node', bare, 7);
  for (const [lines, most] of [
    [1_000, 12],
    [10_000, 7],
  ]) {
    const report = check(written(`${lines}.fiscal`, generateReport(lines)));
    const journal = written(`${lines}.journal`, generateJournal(lines));
    compare(`cold check, ${lines} lines`, report, 'hledger', ['hledger', '-f', journal, 'check'], most);
  }
  const build = [process.execPath, cli, 'build', leading, '-o', join(folder, 'built'), '--quiet'];
  run(build);
  const markdown = join(folder, 'built', '攀枝花市经济和信息化局-2023.md');
  const pandoc = ['pandoc', '--standalone', markdown, '-o', join(folder, 'pandoc.html')];
  compare('cold build, Markdown, HTML and charts', build, 'pandoc on the Markdown', pandoc, 2);
  for (const format of ['docx', 'xlsx', 'csv', 'gfm', 'pdf']) builtAs(format, markdown);
  await server(bare);
}

function check(path) {
  return [process.execPath, cli, 'check', path];
}

function compare(what, own, name, other, most) {
  if (!isInstalled(other[0])) {
    print(`${what}: ${ms(median(inTurn([own])[0]))} (no ${other[0]} here to compare with)`);
    return;
  }
  const [mine, theirs] = inTurn([own, other]).map(median);
  const ratio = mine / theirs;
  print(
    `${what}: ${ms(mine)}, × ${ratio.toFixed(1)} of ${name} (${ms(theirs)})`,
    ratio <= most,
    `≤ × ${most}`,
  );
}

/** The time of one format; of Word beside what pandoc makes of the Markdown. */
function builtAs(format, markdown) {
  const most = format === 'pdf' ? 8_000 : 3_000;
  const build = [
    process.execPath,
    cli,
    'build',
    leading,
    '-o',
    join(folder, format),
    '--to',
    format,
    // LibreOffice, where it is, would lay the report out once more.
    '--no-page-numbers',
    '--quiet',
  ];
  const other = ['pandoc', markdown, '-o', join(folder, 'pandoc.docx')];
  const isCompared = format === 'docx' && isInstalled(other[0]);
  try {
    run(build);
  } catch (error) {
    if (format !== 'pdf') throw error;
    print('cold build, pdf: no browser here to print it');
    return;
  }
  const [mine, theirs] = inTurn(isCompared ? [build, other] : [build], 3).map(median);
  const beside = isCompared ? `, × ${(mine / theirs).toFixed(1)} of pandoc (${ms(theirs)})` : '';
  print(`cold build, ${format}: ${ms(mine)}${beside}`, mine <= most, `≤ ${most / 1000} s on an idle machine`);
}

/** The times of each command, run one after the other; the first round does not count. */
function inTurn(commands, count = runs) {
  const rounds = Array.from({ length: count + 1 }, () => commands.map(run)).slice(1);
  return commands.map((_, index) => rounds.map((round) => round[index]));
}

function run([program, ...words]) {
  const start = performance.now();
  const { error, status, stderr } = spawnSync(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const time = performance.now() - start;
  if (error || status !== 0) throw error ?? new Error(`${program} ${words.join(' ')}: ${stderr}`);
  return time;
}

function isInstalled(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

function written(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** So many postings, two a transaction, in accounts as many as a report has subjects. */
function generateJournal(postings) {
  const transactions = Array.from({ length: postings / 2 }, (_, index) => {
    const day = new Date(Date.UTC(2024, 0, 1 + (index % 366))).toISOString().slice(0, 10);
    const amount = `${1 + (index % 900)}.${String(index % 100).padStart(2, '0')}`;
    return `${day} payment ${index}\n    expenses:subject${index % 300}  ${amount} CNY\n    assets:treasury\n`;
  });
  return transactions.join('\n');
}

/** From the start of its process: to the answer to `initialize`, and to the findings of a file of 20 lines. */
async function server(bare) {
  const text = readFileSync(leading, 'utf8').split('\n').slice(0, 20).join('\n');
  const times = [];
  for (let round = 0; round <= runs; round++) times.push([...(await startServer(text)), run(bare)]);
  const [initialized, published, node] = [0, 1, 2].map((at) =>
    median(times.slice(1).map((time) => time[at])),
  );
  const beside = (time) => `${ms(time)}, × ${(time / node).toFixed(1)} of bare node (${ms(node)})`;
  print(
    `server, initialize answered: ${beside(initialized)}`,
    initialized <= 120,
    '≤ 120 ms on an idle machine',
  );
  print(`server, first findings: ${beside(published)}`, published <= 350, '≤ 350 ms on an idle machine');
}

async function startServer(text) {
  const bundle = join(root, 'packages/server/dist/node/server.cjs');
  const start = performance.now();
  const child = spawn(process.execPath, [bundle, '--stdio']);
  const connection = createMessageConnection(child.stdout, child.stdin);
  const findings = new Promise((resolve) =>
    connection.onNotification('textDocument/publishDiagnostics', resolve),
  );
  connection.listen();
  const parameters = { processId: process.pid, rootUri: null, capabilities: {} };
  await connection.sendRequest('initialize', parameters);
  const initialized = performance.now() - start;
  await connection.sendNotification('initialized', {});
  const textDocument = { uri: 'file:///bench/report.fiscal', languageId: 'fiscal', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  await findings;
  const published = performance.now() - start;
  await connection.sendRequest('shutdown');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await connection.sendNotification('exit');
  await ended;
  connection.dispose();
  return [initialized, published];
}
