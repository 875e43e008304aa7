/** packages/vscode/fiscal-<version>.vsix, and what must be true of it. */
import { createVSIX, listFiles } from '@vscode/vsce';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * With the writers of Word and Excel, the readers of documents and what draws charts; still small enough to send to an
 * office by mail.
 */
const limit = 6 * 1024 * 1024;

const cwd = join(import.meta.dirname, '..');
const { name, version } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
const packagePath = join(cwd, `${name}-${version}.vsix`);
const readmePath = join('dist', 'README.md');

writeFileSync(join(cwd, readmePath), withPictures(readFileSync(join(cwd, 'README.md'), 'utf8')));
await createVSIX({
  cwd,
  packagePath,
  readmePath,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
const packed = await listFiles({ cwd, readme: readmePath, dependencies: false });
for (const file of ['LICENSE', 'THIRD-PARTY-NOTICES.txt'])
  if (!packed.includes(file)) throw new Error(`The extension is packed without ${file}.`);
const { size } = statSync(packagePath);
console.log(`${relative(process.cwd(), packagePath)}  ${Math.round(size / 1024)} KB`);
if (size > limit) throw new Error(`The extension is larger than ${limit} bytes.`);

/** The editor shows the manual of an extension without its files: its pictures go with its text. */
function withPictures(markdown) {
  return markdown.replace(/\]\((images\/[^)]+)\)/g, (_, path) => {
    const picture = readFileSync(join(cwd, path)).toString('base64');
    return `](data:image/png;base64,${picture})`;
  });
}
