/**
 * Ratios measured in one run, so that they mean the same on every machine: checking against bare parsing
 * of the same text and against the same without rules, cost per line of a long report against a short one, memory.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { examineReport } from '@fiscal/core';
import { load, parse } from '@fiscal/language';
import { generateReport } from './generate-report.mjs';
import { median, ms, print } from './print.mjs';

if (process.argv[2] === 'memory') {
  check(generateReport(Number(process.argv[3])));
  console.log(process.resourceUsage().maxRSS);
} else {
  report();
}

function report() {
  const [short, long] = [1_000, 10_000].map((lineCount) => measure(lineCount));
  for (const { lines, parsing, checking } of [short, long]) {
    const ratio = checking / parsing;
    print(
      `${lines} lines: parsing ${ms(parsing)}, checking ${ms(checking)}, ratio ${ratio.toFixed(2)}`,
      ratio <= 2.5,
      '≤ 2.5',
    );
  }
  const rules = long.checking / long.loading;
  print(
    `${long.lines} lines with all rules ${ms(long.checking)}, without any ${ms(long.loading)}: × ${rules.toFixed(2)}`,
    rules <= 2,
    '≤ 2',
  );
  const growth = long.checking / long.lines / (short.checking / short.lines);
  print(`cost per line, 10,000 against 1,000 lines: × ${growth.toFixed(2)}`, growth < 1.2, '< 1.2');
  print(`peak memory: ${megabytes(1_000)} MB at 1,000 lines, ${megabytes(10_000)} MB at 10,000 lines`);
}

/** Medians of alternating runs: both sides see the same state of the machine. */
function measure(lineCount) {
  const text = generateReport(lineCount);
  const findings = check(text);
  if (findings > 0) throw new Error(`The generated report of ${lineCount} lines has ${findings} findings`);
  const parsing = [];
  const checking = [];
  const loading = [];
  for (let run = 0; run < 9; run++) {
    parsing.push(time(() => parse(text)));
    checking.push(time(() => check(text)));
    loading.push(time(() => loaded(text)));
  }
  return {
    lines: text.split('\n').length,
    parsing: median(parsing.slice(2)),
    checking: median(checking.slice(2)),
    loading: median(loading.slice(2)),
  };
}

/** Read and linked, and not one rule applied. */
function loaded(text) {
  return load([{ uri: 'file:///bench.fiscal', text }], { read: () => undefined });
}

/** What the command line does with a text, without reading and printing; counts errors and warnings. */
function check(text) {
  const workspace = loaded(text);
  const findings = [
    ...workspace.findings,
    ...workspace.reports.flatMap((each) => examineReport(each).findings),
  ];
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
}

function megabytes(lineCount) {
  const { stdout } = spawnSync(process.execPath, [
    fileURLToPath(import.meta.url),
    'memory',
    String(lineCount),
  ]);
  return Math.round(Number(stdout.toString()) / 1024);
}

function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}
