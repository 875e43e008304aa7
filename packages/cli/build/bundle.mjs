/** The command line as one file and its data, with nothing left to install, and the notices of what is in it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForNode } from '../../library/node-bundle.mjs';
import { noticesOf } from './notices.mjs';

const folder = join(import.meta.dirname, '..');
const metafile = await bundleForNode({
  absWorkingDir: folder,
  entryPoints: ['dist/index.js'],
  outfile: 'dist/fiscal.cjs',
  bundle: true,
  minify: true,
  legalComments: 'none',
  target: 'node20.19',
  logLevel: 'warning',
});

writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), noticesOf('This program', [{ folder, metafile }]));
