import type { CompiledLibrary } from '@fiscal/library/compiled';
import type { Library } from '../library/library.js';
import { pack } from './packed.js';

/** The library as data that is read without a parser, each template by itself. */
export function compileLibrary({ templates, rules, schema }: Library): CompiledLibrary {
  const written = (value: unknown, uri = '') => JSON.stringify(pack(value, uri));
  return {
    templates: Object.fromEntries(
      [...templates].map(([name, template]) => [name, written(template, template.origin.uri)]),
    ),
    rules: written(rules, rules[0]?.origin.uri),
    schema: written(schema),
  };
}
