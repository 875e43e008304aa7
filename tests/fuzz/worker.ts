import { parentPort, workerData } from 'node:worker_threads';
import { readCorpus } from './corpus.js';
import { FuzzedEditor } from './editor.js';
import { type Case, makeCase } from './make-case.js';
import { minimise } from './minimise.js';
import { servedFiles } from './served-files.js';
import { Trial } from './trial.js';

/** What one worker is to do, and what it says of it. */
export interface Assignment {
  root: string;
  seed: number;
  /** Numbers of the cases: from the first in steps, below the end. */
  first: number;
  step: number;
  end: number;
  /** Where the worker writes the number of the case that it is at, and a count that goes up with each attempt. */
  progress: SharedArrayBuffer;
}

export interface Report {
  index: number;
  kind: string;
  detail: string;
  /** Only for the first of its kind: the smallest case that was found. */
  smallest?: Case;
}

const { root, seed, first, step, end, progress } = workerData as Assignment;
const at = new Int32Array(progress);
const files = servedFiles(root);
const trial = new Trial(new FuzzedEditor(files), files);
const corpus = readCorpus(root);
const known = new Set<string>();

for (let index = first; index < end; index += step) {
  at[0] = index;
  const tried = makeCase(corpus, seed, index);
  for (const { kind, detail } of await failuresOf(tried)) {
    const isNew = !known.has(kind);
    known.add(kind);
    parentPort!.postMessage(isNew ? await smallest(index, kind, tried) : { index, kind, detail });
  }
}
at[0] = -1;

function failuresOf(tried: Case) {
  at[1]!++;
  return trial.failuresOf(tried);
}

async function smallest(index: number, kind: string, tried: Case): Promise<Report> {
  const found = await minimise(tried, async (smaller) => (await failuresLike(kind, smaller)).length > 0);
  const [failure] = await failuresLike(kind, found);
  return { index, kind, detail: failure?.detail ?? 'not again', smallest: found };
}

async function failuresLike(kind: string, tried: Case) {
  return (await failuresOf(tried)).filter((failure) => failure.kind === kind);
}
