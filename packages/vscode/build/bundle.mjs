/** Everything the extension ships, into dist/: itself for Node and for a browser, its pages, the server. */
import { build } from 'esbuild';
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticesOf } from '../../cli/build/notices.mjs';
import { projectSchema } from './project-schema.mjs';

const folder = join(import.meta.dirname, '..');
const root = join(folder, '..', '..');

const common = {
  absWorkingDir: folder,
  bundle: true,
  minify: true,
  legalComments: 'none',
  target: 'es2022',
  logLevel: 'warning',
  metafile: true,
};

const desktop = await build({
  ...common,
  entryPoints: { 'node/extension': 'src/node.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
});
const web = await build({
  ...common,
  entryPoints: { 'browser/extension': 'src/browser.ts' },
  outdir: 'dist',
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
});
const pages = await build({
  ...common,
  entryPoints: ['preview', 'relations', 'changes'].flatMap((name) => [
    `webview/${name}.ts`,
    `webview/${name}.css`,
  ]),
  outdir: 'dist/webview',
  platform: 'browser',
  format: 'iife',
});

rmSync(join(folder, 'dist/server'), { recursive: true, force: true });
cpSync(join(root, 'packages/server/dist/node'), join(folder, 'dist/server/node'), { recursive: true });
copyFileSync(join(root, 'packages/server/dist/browser/server.js'), join(folder, 'dist/server/browser.js'));
copyFileSync(join(root, 'packages/server/dist/browser/readers.js'), join(folder, 'dist/server/readers.js'));
writeFileSync(join(folder, 'dist/fiscal.schema.json'), JSON.stringify(projectSchema()));
cpSync(join(root, 'syntaxes'), join(folder, 'dist', 'syntaxes'), { recursive: true });
copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));

const server = join(root, 'packages/server');
const served = JSON.parse(readFileSync(join(server, 'dist/metafiles.json'), 'utf8'));
const bundles = [
  ...[desktop, web, pages].map(({ metafile }) => ({ folder, metafile })),
  ...served.map((metafile) => ({ folder: server, metafile })),
];
writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), noticesOf('This extension', bundles));

// The readers of documents bring what older programs do not have (core-js in pdfjs).
const ofServer = readdirSync(join(folder, 'dist/server/node')).filter(
  (file) => file.endsWith('.cjs') && file !== 'extract.cjs',
);
refuseNewerCalls('dist/node/extension.cjs', ...ofServer.map((file) => `dist/server/node/${file}`));

/** The oldest editor that is promised runs extensions on Node 18, which has none of these. */
function refuseNewerCalls(...files) {
  const newer = /\.(toSorted|toReversed|toSpliced|groupBy|withResolvers|fromAsync)\(/;
  for (const file of files) {
    const [found] = newer.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
    if (found) throw new Error(`${file} calls ${found}…), which Node 18 does not have.`);
  }
}
