/**
 * Leaves beside the bundle what this Node makes of compiling it, for a Node that keeps no compile cache by itself:
 * what checking and building a report needs.
 */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import loader from '../bin/load-bundle.js';

const bundle = join(import.meta.dirname, '../dist/fiscal.cjs');
const examples = join(import.meta.dirname, '../../../examples');
const example = '攀枝花市经济和信息化局-2023/攀枝花市经济和信息化局-2023.fiscal';
if (!module.enableCompileCache) await remember();

async function remember() {
  const source = readFileSync(bundle);
  const { script, exported } = loader.run(bundle, source);
  const written = [];
  const output = { write: (text) => written.push(text) };
  const stdin = async () => undefined;
  const io = { cwd: examples, env: {}, stdout: output, stderr: output, stdin, now: () => new Date() };
  const published = mkdtempSync(join(tmpdir(), 'fiscal-'));
  const code = await exported.run(['build', example, '-o', published], io);
  rmSync(published, { recursive: true });
  if (code !== 0) throw new Error(`The bundle does not run: ${written.join('')}`);
  keep(loader.memoryOf(bundle), Buffer.concat([source, script.createCachedData()]));
}

/** Whole or not at all, and none of older builds: the engine believes what it reads there. */
function keep(memory, bytes) {
  const folder = dirname(bundle);
  const older = readdirSync(folder).filter((name) => name.startsWith('fiscal.cjs.'));
  for (const name of older) rmSync(join(folder, name));
  writeFileSync(`${memory}.part`, bytes);
  renameSync(`${memory}.part`, memory);
}
