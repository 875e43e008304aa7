import { createCatalogs, type Rule, type SchemaItem, type Template } from '@fiscal/core';
import { catalogData, librarySources } from '@fiscal/library';
import { joinSchemas } from '../lower/schemas.js';
import { type LoweredFile, lowerFile } from './file.js';
import { linkTemplates } from './templates.js';

/** What every report can use without saying so. */
export interface Library {
  templates: ReadonlyMap<string, Template>;
  rules: readonly Rule[];
  schema: SchemaItem;
}

/** 政府收支分类科目 as it ships with the language, by year. */
export const standardCatalog = createCatalogs(catalogData);

let library: Library | undefined;

/** The templates, rules and items that ship with the language; read once in a process. */
export function standardLibrary(): Library {
  return (library ??= readLibrary());
}

/** The text of a file of the library, by its uri. */
export function librarySource(uri: string): string | undefined {
  return librarySources.find((source) => source.uri === uri)?.text;
}

function readLibrary(): Library {
  const files: LoweredFile[] = [];
  const rules: Rule[] = [];
  for (const { uri, text } of librarySources) {
    const file = lowerFile({ uri, text });
    const [fault] = file.context.findings;
    if (fault) throw new Error(`The library is broken: ${uri} ${JSON.stringify(fault)}`);
    files.push(file);
    rules.push(...file.rules);
  }
  const schema = joinSchemas(files.map((file) => file.schema));
  return { templates: linkTemplates(new Map(), files), rules, schema };
}
