import { writeFileSync } from 'node:fs';
import { parserTables } from './parser-tables.mjs';

const written = JSON.stringify(parserTables());
writeFileSync(
  new URL('../src/parser-tables/generated/tables.ts', import.meta.url),
  `// Made by npm run grammar; do not edit.
import type { ParserTables } from '../parser-tables.js';

export const parserTables: ParserTables = JSON.parse(${JSON.stringify(written)});
`,
);
