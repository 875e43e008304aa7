/** What comparing two long reports costs, beside checking both, which has to be done before. */
import { compare } from '@fiscal/compare';
import { examineReports } from '@fiscal/core';
import { load } from '@fiscal/language';
import { generateReport } from './generate-report.mjs';
import { median, ms, print } from './print.mjs';

const old = generateReport(10_000);
const cases = [
  ['one figure in a hundred lines', changed(old, 100)],
  ['every second line', changed(old, 2)],
];

for (const [what, next] of cases) {
  const [checking, comparing] = [[], []];
  for (let run = 0; run < 7; run++) {
    let versions;
    checking.push(time(() => (versions = [old, next].map(versionOf))));
    comparing.push(time(() => compare(...versions)));
  }
  const [both, more] = [median(checking.slice(2)), median(comparing.slice(2))];
  const ratio = (both + more) / both;
  print(
    `two reports of 10,000 lines, ${what} changed: checking both ${ms(both)}, comparing ${ms(more)}: × ${ratio.toFixed(2)}`,
    ratio <= 2,
    '≤ 2',
  );
}

/** The last figure of every so manyth line is another one. */
function changed(text, every) {
  const lines = text.split('\n');
  return lines
    .map((line, at) =>
      at % every === 3 ? line.replace(/\d(?=\D*$)/, (digit) => (Number(digit) + 1) % 10) : line,
    )
    .join('\n');
}

function versionOf(text) {
  const workspace = load([{ uri: 'file:///a.fiscal', text }], { read: () => undefined });
  return { report: workspace.reports[0], findings: examineReports(workspace).findings };
}

function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}
