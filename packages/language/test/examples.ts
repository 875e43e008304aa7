import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { skeleton, skeletonTemplates } from '../src/index.js';

const root = join(import.meta.dirname, '..', '..', '..');

/** The sources of the examples. */
export const examples = sourcesBelow('examples');

/** All that has to be in the canonical form: the library's templates and rules and a report just begun, too. */
export const canonicalSources = [
  ...examples,
  ...sourcesBelow('packages/library/fiscal'),
  ...skeletonTemplates.map((template) => ({
    name: `新建的报告（${template}）`,
    text: skeleton({ name: '示例市档案局', year: 2024, template }),
  })),
];

function sourcesBelow(folder: string) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.fiscal'))
    .map((path) => ({ name: path, text: readFileSync(join(root, folder, path), 'utf8') }));
}
