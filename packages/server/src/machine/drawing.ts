import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chineseFont, fontFolders } from './chinese-font.js';

/** Dots across a chart: 300 to the inch on a line of text. */
const dots = 1842;

/** Draws SVG as PNG with a Chinese font of this machine; nothing where there is none. */
export function drawingWith(folders: readonly string[] = fontFolders()) {
  const font = remembered(() => chineseFont(folders));
  return async (svg: string): Promise<Uint8Array | undefined> => {
    const bytes = await font();
    if (!bytes) return undefined;
    const { Resvg } = await library();
    const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: dots }, font: { fontBuffers: [bytes] } });
    const image = drawing.render();
    const png = image.asPng().slice();
    image.free();
    drawing.free();
    return png;
  };
}

/** For all that draw in one program: it can be begun only once. */
const library = remembered(loadLibrary);

async function loadLibrary() {
  const loaded = await import('@resvg/resvg-wasm');
  await loaded.initWasm(await libraryBytes());
  return loaded;
}

/** Beside the bundle, or where the package was installed. */
async function libraryBytes(): Promise<Uint8Array> {
  try {
    return await readFile(new URL('./resvg.wasm', import.meta.url));
  } catch {
    return readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'));
  }
}

function remembered<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => (found ??= find());
}
