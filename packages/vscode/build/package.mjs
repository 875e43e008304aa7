/** packages/vscode/fiscal-<version>.vsix, and what must be true of it. */
import { createVSIX } from '@vscode/vsce';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Small enough to send to an office without a network by mail. */
const limit = 1.5 * 1024 * 1024;

const cwd = join(import.meta.dirname, '..');
const { name, version } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
const packagePath = join(cwd, `${name}-${version}.vsix`);

await createVSIX({ cwd, packagePath, dependencies: false, allowMissingRepository: true, skipLicense: false });
const { size } = statSync(packagePath);
console.log(`${packagePath}  ${Math.round(size / 1024)} KB`);
if (size > limit) throw new Error(`The extension is larger than ${limit} bytes.`);
