/** The server as one file for Node, with its data beside it, and one for a browser's worker, with nothing left to install. */
import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleForNode } from '../library/node-bundle.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

const common = {
  absWorkingDir: folder,
  bundle: true,
  minify: true,
  legalComments: 'none',
  target: 'es2022',
  logLevel: 'warning',
  metafile: true,
};

const node = await bundleForNode({
  ...common,
  entryPoints: ['dist/node-main.js'],
  outfile: 'dist/node/server.cjs',
});
const browser = await build({
  ...common,
  entryPoints: ['dist/browser.js'],
  outfile: 'dist/browser/server.js',
  platform: 'browser',
  // A worker has no document: packages that have a variant for workers give that.
  conditions: ['worker'],
  charset: 'utf8',
  format: 'iife',
});

/** What went in, for whoever ships these files: the notices of their licences go with them. */
writeFileSync(join(folder, 'dist/metafiles.json'), JSON.stringify([node, browser.metafile]));
