import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { decode, encode, toRGBA8 } from 'upng-js';
import { extensionFolder } from './project.js';
import { vscodeVersion } from './vscode-version.js';

const output = join(import.meta.dirname, '..', 'output', vscodeVersion.vscode);

/** Pictures that the extension's manual shows, by the step that they are taken at. */
const published: Record<string, string> = {
  '02-problem': 'problems.png',
  '04-hover': 'hover.png',
  '06-completion': 'completion.png',
  '09-preview': 'preview.png',
};

/** What an editor looks like needs no more colours than this. */
const colours = 48;

/** Keeps a picture of what is seen now; `npm run pictures` renews those of the manual as well. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(output, { recursive: true });
  const path = join(output, `${name}.png`);
  await page.screenshot({ path });
  const manual = published[name];
  if (!process.env.FISCAL_PICTURES || !manual) return;
  writeFileSync(join(extensionFolder, 'images', manual), withFewColours(readFileSync(path)));
}

function withFewColours(picture: Buffer): Buffer {
  const image = decode(picture);
  return Buffer.from(encode(toRGBA8(image), image.width, image.height, colours));
}
