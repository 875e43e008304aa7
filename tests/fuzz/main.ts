import { parseArgs } from 'node:util';
import { readCorpus } from './corpus.js';
import { fuzz } from './fuzz.js';
import { isWhole, makeCase } from './make-case.js';
import type { Report } from './worker.js';

/** npm run fuzz -- --count 20000 --seed 7 [--first 1234]: prints each failure, then how many there are of each kind. */
export async function runFuzz(root: string, worker: string): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      first: { type: 'string', default: '0' },
    },
  });
  const [count, seed, first] = [Number(values.count), Number(values.seed), Number(values.first)];
  const kinds = new Map<string, number>();
  const began = Date.now();
  const tell = (report: Report) => {
    kinds.set(report.kind, (kinds.get(report.kind) ?? 0) + 1);
    if (kinds.get(report.kind) === 1) print(report, root, seed);
  };
  await fuzz({ root, worker, seed, first, count }, tell);
  printSummary(kinds, { first, count, seconds: Math.round((Date.now() - began) / 1000) });
  process.exitCode = kinds.size === 0 ? 0 : 1;
}

function print({ index, kind, detail, smallest }: Report, root: string, seed: number): void {
  const { before, text } = smallest ?? makeCase(readCorpus(root), seed, index);
  console.log(`\n── ${kind}\n   --seed ${seed} --first ${index} --count 1\n${detail}`);
  if (before !== '' && before !== text) console.log(`before: ${JSON.stringify(before)}`);
  console.log(`text: ${JSON.stringify(text)}`);
}

function printSummary(
  kinds: ReadonlyMap<string, number>,
  { first, count, seconds }: { first: number; count: number; seconds: number },
): void {
  let whole = 0;
  for (let index = first; index < first + count; index++) if (isWhole(index)) whole++;
  console.log(`\n${count} cases, ${whole} of them over whole examples, in ${seconds} s.`);
  for (const [kind, times] of kinds) console.log(`${String(times).padStart(8)}  ${kind}`);
  if (kinds.size === 0) console.log('Nothing failed.');
}
