/**
 * The server for Node, and as one file for a browser's worker, with nothing left to install. For Node it is three
 * files and the data: what speaks with a client, the engine, and what starts with the first, answers, and loads the
 * second.
 */
import { build } from 'esbuild';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleForNode, withoutDrawing } from '../library/node-bundle.mjs';

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

rmSync(join(folder, 'dist/node'), { recursive: true, force: true });

/** Both files that speak with a client must mean the same by a message: each has it from one place. */
const protocolBeside = {
  name: 'protocol-beside',
  setup({ onResolve }) {
    const filter = /^vscode-(languageserver(-protocol|-types)?|jsonrpc)(\/|$)/;
    onResolve({ filter }, () => ({ path: './protocol.cjs', external: true }));
  },
};
const engine = await bundleForNode({
  ...common,
  entryPoints: ['dist/node.js'],
  outfile: 'dist/node/engine.cjs',
  plugins: [protocolBeside],
});
const own = { ...common, platform: 'node', format: 'cjs', charset: 'ascii' };
const protocol = await build({
  ...own,
  stdin: { contents: `export * from 'vscode-languageserver/node.js';`, resolveDir: folder },
  outfile: 'dist/node/protocol.cjs',
});
const start = await build({
  ...own,
  stdin: { contents: await starter(), resolveDir: folder },
  outfile: 'dist/node/server.cjs',
  external: ['./engine.cjs'],
  plugins: [protocolBeside],
  banner: { js: `require('node:module').enableCompileCache?.();` },
});
const worker = {
  ...common,
  platform: 'browser',
  // A worker has no document: packages that have a variant for workers give that.
  conditions: ['worker'],
  charset: 'utf8',
  format: 'iife',
};
/** The readers of documents are a script of their own, which browser.ts loads when the first document comes. */
const readersBeside = {
  name: 'readers-beside',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/extract\.js$/ }, ({ path }) => ({ path, namespace: 'readers' }));
    onLoad({ filter: /.*/, namespace: 'readers' }, () => ({
      contents: ['destinationsOf', 'extract']
        .map((name) => `export const ${name} = (bytes) => self.fiscalReaders().${name}(bytes);`)
        .join(''),
    }));
  },
};
const browser = await build({
  ...worker,
  entryPoints: ['dist/browser.js'],
  outfile: 'dist/browser/server.js',
  plugins: [readersBeside],
});
const readers = await build({
  ...worker,
  stdin: {
    contents: `export { destinationsOf, extract } from '../read/dist/extract/extract.js';`,
    resolveDir: folder,
  },
  outfile: 'dist/browser/readers.js',
  globalName: 'fiscalExtract',
  define: { 'import.meta.url': 'self.location.href' },
  plugins: [withoutDrawing],
});

/** What went in, for whoever ships these files: the notices of their licences go with them. */
const metafiles = [engine, protocol.metafile, start.metafile, browser.metafile, readers.metafile];
writeFileSync(join(folder, 'dist/metafiles.json'), JSON.stringify(metafiles));

/** What the server says that it can do is the same for every client, and known before it is loaded. */
async function starter() {
  const { createServices } = await import('./dist/services.js');
  const { shared } = createServices({ fileSystemProvider: () => ({}) });
  const result = await shared.lsp.LanguageServer.initialize({ capabilities: {} });
  // An engine of which the editor makes an end has no moment to keep what it remembers of compiling this.
  return `
    import { answerFirst } from './dist/answer-first.js';
    import { flushCompileCache } from 'node:module';
    answerFirst(${JSON.stringify(result)}, () => require('./engine.cjs'));
    setTimeout(() => flushCompileCache?.(), 10_000).unref();`;
}
