/** The server as one file each for Node and for a browser's worker, with nothing left to install. */
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

const common = {
  absWorkingDir: folder,
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  target: 'es2022',
  logLevel: 'warning',
};

await build({
  ...common,
  entryPoints: ['dist/node-main.js'],
  outfile: 'dist/node/server.cjs',
  platform: 'node',
  format: 'cjs',
});
await build({
  ...common,
  entryPoints: ['dist/browser.js'],
  outfile: 'dist/browser/server.js',
  platform: 'browser',
  // A worker has no document: packages that have a variant for workers give that.
  conditions: ['worker'],
  format: 'iife',
});
