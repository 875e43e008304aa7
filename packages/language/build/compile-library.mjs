/**
 * What stands in packages/library/fiscal, lowered: data that is read without a parser. What its templates print is
 * asked of the package that composes.
 */
import { writeFileSync } from 'node:fs';
import { printing } from '../../report/dist/index.js';
import { compileLibrary } from '../dist/library/compile.js';
import { readLibrary } from '../dist/library/read-library.js';

const target = new URL('../../library/dist/compiled.js', import.meta.url);
const compiled = JSON.stringify(compileLibrary(readLibrary(), printing));
writeFileSync(
  target,
  `// Made by packages/language/build/compile-library.mjs.\nexport const compiledLibrary = ${compiled};\n`,
);
