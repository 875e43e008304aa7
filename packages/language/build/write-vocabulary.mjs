import { writeFileSync } from 'node:fs';
import { writtenFiles } from './vocabulary.mjs';

for (const { path, wanted } of await writtenFiles()) writeFileSync(path, wanted);
