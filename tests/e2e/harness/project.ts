import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..', '..');

const name = '攀枝花市经济和信息化局-2023';
const folder = join(root, 'examples', name);

/** The leading example. */
export const example = {
  name,
  folder,
  file: `${name}.fiscal`,
  text: readFileSync(join(folder, `${name}.fiscal`), 'utf8'),
};

export const extensionFolder = join(root, 'packages', 'vscode');

/** What `npm run package` made. */
export function packedExtension(): string {
  const packed = readdirSync(extensionFolder).find((name) => name.endsWith('.vsix'));
  if (!packed) throw new Error('No packed extension: npm run package');
  return join(extensionFolder, packed);
}

/** Where the leading example says that, whatever columns it stands in, and how; line and column count from one. */
export function placeInExample(words: string): { line: number; column: number; text: string } {
  const pattern = new RegExp(words.split(' ').map(escaped).join(' +'));
  const lines = example.text.split('\n');
  const line = lines.findIndex((each) => pattern.test(each));
  const [text] = pattern.exec(lines[line] ?? '') ?? [];
  if (text === undefined) throw new Error(`The example does not say ${words}`);
  return { line: line + 1, column: lines[line]!.indexOf(text) + 1, text };
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
