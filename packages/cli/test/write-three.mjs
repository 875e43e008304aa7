// Puts three files in place together, as `build` does; the folder is the first argument.
import { join } from 'node:path';
import { writeDirectory } from '../dist/output/write-directory.js';

const folder = process.argv[2];
const files = ['figures/1.svg', 'a.md', 'a.html'].map((name) => ({ name, content: `new ${name}\n` }));
await writeDirectory(join(folder, 'out'), files, folder, (path) => process.stdout.write(`${path}\n`));
