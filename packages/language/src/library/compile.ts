import type { Template } from '@fiscal/core';
import type { CompiledLibrary } from '@fiscal/library/compiled';
import type { Library } from '../library/library.js';
import { pack } from './packed.js';
import { printedOf, type Printing } from './printed-since.js';

/** The library as data that is read without a parser, each template by itself, and its content for itself. */
export function compileLibrary(library: Library, printing: Printing): CompiledLibrary {
  const { templates, rules, schema, phrases } = library;
  const knowing = (template: Template) => ({
    ...template,
    printed: printedOf(template, library, printing),
  });
  return {
    templates: Object.fromEntries(
      [...templates].map(([name, template]) => [name, compiled(knowing(template))]),
    ),
    rules: written(rules, rules[0]?.origin.uri),
    schema: written(schema),
    phrases: written(phrases, [...phrases.values()][0]?.origin.uri),
  };
}

function compiled({ content, ...head }: Template): CompiledLibrary['templates'][string] {
  const { uri } = head.origin;
  return { head: written(head, uri), content: written(content, uri) };
}

function written(value: unknown, uri = ''): string {
  return JSON.stringify(pack(value, uri));
}
