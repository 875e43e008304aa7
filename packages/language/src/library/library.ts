import { createCatalogs, type Phrase, type Rule, type SchemaItem, type Template } from '@fiscal/core';
import { catalogData, librarySources } from '@fiscal/library';
import { type CompiledLibrary, compiledLibrary } from '@fiscal/library/compiled';
import { LazyMap } from './lazy-map.js';
import { unpack } from './packed.js';

/** What every report can use without saying so. */
export interface Library {
  templates: ReadonlyMap<string, Template>;
  rules: readonly Rule[];
  schema: SchemaItem;
  /** 短语 that every template has. */
  phrases: ReadonlyMap<string, Phrase>;
}

/** 政府收支分类科目 as it ships with the language, by year. */
export const standardCatalog = createCatalogs(catalogData);

let library: Library | undefined;

/** The templates, rules and items that ship with the language; a template is made when it is first used. */
export function standardLibrary(): Library {
  return (library ??= openLibrary(compiledLibrary));
}

/** The text of a file of the library, by its uri. */
export function librarySource(uri: string): string | undefined {
  return librarySources.find((source) => source.uri === uri)?.text;
}

function openLibrary({ templates, rules, schema, phrases }: CompiledLibrary): Library {
  const makers = Object.entries(templates).map(
    ([name, template]) => [name, () => openTemplate(template)] as const,
  );
  return {
    templates: new LazyMap(new Map(makers)),
    rules: opened(rules),
    schema: opened(schema),
    phrases: opened(phrases),
  };
}

/** Only who composes a report wants the content of its template. */
function openTemplate({ head, content }: CompiledLibrary['templates'][string]): Template {
  let nodes: Template['content'] | undefined;
  return {
    ...opened<Omit<Template, 'content'>>(head),
    get content() {
      return (nodes ??= opened<Template['content']>(content));
    },
  };
}

function opened<T>(written: string): T {
  return unpack<T>(JSON.parse(written));
}
