import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { textMateGrammar } from './text-mate-grammar.mjs';

const target = fileURLToPath(new URL('../../../syntaxes/fiscal.tmLanguage.json', import.meta.url));
writeFileSync(target, await format(JSON.stringify(textMateGrammar), { parser: 'json', printWidth: 110 }));
