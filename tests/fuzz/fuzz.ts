import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Assignment, Report } from './worker.js';

/** Longer than any case takes on a busy machine. */
const longestSeconds = 30;

/** All failures of the first `count` cases of a seed; each is handed over as soon as it is found. */
export async function fuzz(
  {
    root,
    worker,
    seed,
    first,
    count,
  }: { root: string; worker: string; seed: number; first: number; count: number },
  tell: (report: Report) => void,
): Promise<void> {
  const step = Math.min(availableParallelism(), 2);
  const lanes = Array.from({ length: step }, (_, lane) =>
    runLane({ root, seed, first: first + lane, step, end: first + count }, worker, tell),
  );
  await Promise.all(lanes);
}

type Lane = Omit<Assignment, 'progress'>;

/** A worker that hangs is ended; another one goes on behind the case that it hung at. */
async function runLane(lane: Lane, worker: string, tell: (report: Report) => void): Promise<void> {
  for (let { first } = lane; first < lane.end; ) {
    const stuckAt = await runWorker({ ...lane, first }, worker, tell);
    if (stuckAt === undefined) return;
    tell({ index: stuckAt, kind: 'hangs, or ends its process', detail: `after ${longestSeconds} s` });
    first = stuckAt + lane.step;
  }
}

/** The number of the case at which the worker was stuck. */
function runWorker(lane: Lane, file: string, tell: (report: Report) => void): Promise<number | undefined> {
  const progress = new SharedArrayBuffer(8);
  const at = new Int32Array(progress);
  at[0] = lane.first;
  const worker = new Worker(file, { workerData: { ...lane, progress } satisfies Assignment });
  worker.on('message', tell);
  worker.on('error', (error) => tell({ index: at[0]!, kind: 'ends its worker', detail: String(error) }));
  const stopWatching = watch(worker, at);
  return new Promise((resolve) => {
    worker.on('exit', () => {
      stopWatching();
      resolve(at[0] === -1 ? undefined : at[0]!);
    });
  });
}

/** Ends a worker that is at one attempt for too long, and says once a minute how far it is. */
function watch(worker: Worker, at: Int32Array): () => void {
  let [seen, since, said] = [-1, Date.now(), Date.now()];
  const timer = setInterval(() => {
    const now = Date.now();
    if (at[1] !== seen) [seen, since] = [at[1]!, now];
    else if (now - since > longestSeconds * 1000) void worker.terminate();
    if (now - said < 60_000) return;
    said = now;
    console.error(`… at case ${at[0]}`);
  }, 1000);
  return () => clearInterval(timer);
}
