import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCorpus } from './corpus.js';
import { FuzzedEditor } from './editor.js';
import { makeCase } from './make-case.js';
import { servedFiles } from './served-files.js';
import { Trial } from './trial.js';

const root = join(import.meta.dirname, '../..');
const corpus = readCorpus(root);
const files = servedFiles(root);
const trial = new Trial(new FuzzedEditor(files), files);

/** The first cases of `npm run fuzz`, in parts that a slow machine gets through. */
test.each([0, 1, 2, 3])('part %i of the cases of seed 1', async (part) => {
  const failed: object[] = [];
  for (let index = part * 30; index < (part + 1) * 30; index++) {
    const tried = makeCase(corpus, 1, index);
    for (const failure of await trial.failuresOf(tried)) failed.push({ index, ...failure, ...tried });
  }
  expect(failed).toEqual([]);
});
