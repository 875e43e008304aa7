import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '..', 'examples');

/** The sources of the examples. */
export const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.fiscal'))
  .map((path) => ({ name: path, text: readFileSync(join(folder, path), 'utf8') }));
