/** Bundles the fuzz test, whose packages stay where they are, and runs it: Node reads no TypeScript. */
import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');
const outdir = join(root, 'node_modules/.cache/fiscal-fuzz');

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['main.ts', 'worker.ts'],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  outdir,
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
});

const { runFuzz } = await import(pathToFileURL(join(outdir, 'main.mjs')).href);
await runFuzz(root, join(outdir, 'worker.mjs'));
