/**
 * A bundle for Node that is read soon. The long texts of the data go into one file beside it, each read from there
 * when it is first asked for: a program that lists its commands need not read a catalogue, nor one that checks a
 * report the templates of other provinces. What is left is ASCII, which is half as long in the engine and need not be
 * decoded. Browsers get one file with all in it.
 */
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Modules that hold nothing but data. */
const dataModules =
  /[\\/]packages[\\/](?:library|server)[\\/]dist[\\/](?:compiled|generated[\\/][^\\/]+)\.js$/;

/** Shorter ones stay where they are. */
const longText = 500;

/** What few commands need: each is a file beside the bundle, read when it is asked for. */
const apart = [
  { name: 'docx', imported: /^docx$/, from: 'docx' },
  // Readers of published documents, with the libraries for their formats.
  { name: 'extract', imported: /^\.\/extract\.js$/, from: '../read/dist/extract/extract.js' },
];

/** What draws charts as pictures lies beside the bundle, too. */
const drawing = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');

/** What lies beside a program (its package.json) is found from where its bundle lies. */
const place = 'const bundleUrl=require("node:url").pathToFileURL(__filename).href;';

/** pdfjs asks for modules in a way that Node 18 does not have, which the oldest editors run. */
const asked = 'process.getBuiltinModule??=require;';

/** Bundles as these options of esbuild say, and gives its account of what went in. */
export async function bundleForNode({ absWorkingDir: folder, outfile, plugins = [], ...options }) {
  const target = join(folder, outfile);
  const beside = `${basename(outfile, extname(outfile))}.data`;
  const data = new DataFile();
  const { metafile, outputFiles } = await build({
    ...options,
    absWorkingDir: folder,
    outfile,
    platform: 'node',
    format: 'cjs',
    charset: 'ascii',
    metafile: true,
    write: false,
    banner: { js: place },
    define: { 'import.meta.url': 'bundleUrl' },
    plugins: [dataBeside(beside, data), librariesBeside, ...plugins],
  });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, ascii(outputFiles[0].text.replace(idOfData, data.id())));
  writeFileSync(join(dirname(target), beside), data.bytes());
  copyFileSync(drawing, join(dirname(target), 'resvg.wasm'));
  const wanted = apart.filter(({ name }) => outputFiles[0].text.includes(`./${name}.cjs`));
  const libraries = await Promise.all(
    wanted.map((library) => libraryBeside(library, dirname(target), folder, options)),
  );
  return { outputs: Object.assign({}, ...[...libraries, metafile].map(({ outputs }) => outputs)) };
}

async function libraryBeside({ name, from }, outdir, folder, { minify, target }) {
  const { metafile } = await build({
    stdin: { contents: `export * from '${from}';`, resolveDir: import.meta.dirname },
    absWorkingDir: folder,
    outfile: join(outdir, `${name}.cjs`),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
    banner: { js: place + asked },
    define: { 'import.meta.url': 'bundleUrl' },
    plugins: [withoutDrawing],
    minify,
    target,
    metafile: true,
  });
  return metafile;
}

/**
 * What pdfjs does for drawing, which here only reads. It looks for a canvas of another package, of which it needs the
 * names alone; and it writes each font anew, glyph by glyph: two seconds for the whole Chinese fonts that reports have
 * in them. What it reads of a font, it has read by then.
 */
const drawn = [
  {
    file: /[\\/]pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.mjs$/,
    words: 'canvas = require("@napi-rs/canvas");',
    instead: 'canvas = { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} };',
  },
  {
    file: /[\\/]pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.worker\.mjs$/,
    words: 'this.data = compiler.compile();',
    instead: 'this.data = file;',
  },
  {
    file: /[\\/]pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.worker\.mjs$/,
    words: 'tables["CFF "].data = compiler.compile();',
    instead: '',
  },
];

export const withoutDrawing = {
  name: 'without-drawing',
  setup({ onLoad }) {
    onLoad(
      { filter: /[\\/]pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf(?:\.worker)?\.mjs$/ },
      async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const { file, words, instead } of drawn) {
          if (!file.test(path)) continue;
          if (!contents.includes(words)) throw new Error(`${path} draws in another way: ${words}`);
          contents = contents.replace(words, instead);
        }
        return { contents };
      },
    );
  },
};

const librariesBeside = {
  name: 'libraries-beside',
  setup({ onResolve }) {
    for (const { name, imported } of apart)
      onResolve({ filter: imported }, () => ({ path: `./${name}.cjs`, external: true }));
  },
};

/** The bundler escapes all but what stands in regular expressions, and in texts that become some. */
function ascii(text) {
  return text.replace(/[^\0-\x7f]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function dataBeside(beside, data) {
  return {
    name: 'data-beside',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^fiscal:data$/ }, ({ path }) => ({ path, namespace: 'fiscal' }));
      onLoad({ filter: /.*/, namespace: 'fiscal' }, () => ({ contents: reader(beside), resolveDir: '/' }));
      onLoad({ filter: dataModules }, async ({ path }) => ({ contents: await data.moduleOf(path) }));
    },
  };
}

class DataFile {
  #texts = [];
  #length = 0;

  /** The module with its long texts taken out. */
  async moduleOf(path) {
    const exported = Object.entries(await import(pathToFileURL(path).href));
    const constants = exported.map(([name, value]) => `export const ${name} = ${this.#literal(value)};`);
    return [`import { textAt } from 'fiscal:data';`, ...constants].join('\n');
  }

  /** Its name, as long as what stands for it, and all texts. */
  bytes() {
    return Buffer.concat([Buffer.from(this.id()), ...this.#texts]);
  }

  /** Other texts have another: a bundle reads its own data alone. */
  id() {
    const hash = createHash('sha256');
    for (const text of this.#texts) hash.update(text);
    return hash.digest('hex').slice(0, idOfData.length);
  }

  #literal(value) {
    if (Array.isArray(value)) return `[${value.map((each) => this.#literal(each)).join(', ')}]`;
    if (typeof value !== 'object') return JSON.stringify(value);
    return `{ ${Object.entries(value)
      .map(([key, each]) => this.#property(key, each))
      .join(', ')} }`;
  }

  #property(key, value) {
    const name = JSON.stringify(key);
    if (typeof value !== 'string' || value.length < longText) return `${name}: ${this.#literal(value)}`;
    return `get ${name}() { return textAt(${this.#keep(value)}); }`;
  }

  /** Where it is kept, and how long it is. */
  #keep(text) {
    const bytes = Buffer.from(text);
    this.#texts.push(bytes);
    this.#length += bytes.length;
    return `${this.#length - bytes.length}, ${bytes.length}`;
  }
}

/** Stands in the bundle for the name of the data, until that is known. */
const idOfData = 'id of the data beside';

function reader(name) {
  return `
    import { closeSync, openSync, readSync } from 'node:fs';
    import { join } from 'node:path';
    const path = join(__dirname, ${JSON.stringify(name)});
    const id = ${JSON.stringify(idOfData)};
    let isOwn = false;
    export function textAt(start, length) {
      const file = openSync(path, 'r');
      try {
        isOwn ||= bytesAt(file, 0, id.length).toString() === id;
        const bytes = bytesAt(file, id.length + start, isOwn ? length : 0);
        if (isOwn && bytes.length === length) return bytes.toString();
      } finally {
        closeSync(file);
      }
      const error = new Error(path + ' 不完整，或者不是这个版本的，请重新安装 · is not whole, or of another version: install it again');
      throw Object.assign(error, { name: 'BrokenInstallation' });
    }
    /** Fewer only where the file ends. */
    function bytesAt(file, start, length) {
      const bytes = Buffer.allocUnsafe(length);
      let read = 0;
      for (let count = -1; read < length && count !== 0; read += count)
        count = readSync(file, bytes, read, length - read, start + read);
      return bytes.subarray(0, read);
    }`;
}
