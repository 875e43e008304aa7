import { type Catalog, type Origin, parseCatalogCsv, withOwnCatalog } from '@fiscal/core';
import type * as ast from '../generated/ast.js';
import { report } from '../lower/context.js';
import { originOfProperty } from '../lower/origins.js';
import { unquote } from '../lower/texts.js';
import type { LoweredFile } from './file.js';
import { standardCatalog } from '../library/library.js';
import type { NamedFiles } from './named-files.js';
import type { ReportProperties } from './report-properties.js';

/** The catalogue of a report's year, with the subjects of its own 科目表; `lacks`: that could not be had. */
export function catalogOf(
  file: LoweredFile,
  { catalogYear, catalogTable }: ReportProperties,
  files: NamedFiles,
): { catalog: Catalog; lacks: boolean } {
  const standard = standardCatalog(catalogYear);
  if (catalogTable?.value === undefined) return { catalog: standard, lacks: false };
  const catalog = withTable(file, catalogTable, catalogTable.value, standard, files);
  return { catalog: catalog ?? standard, lacks: !catalog };
}

function withTable(
  file: LoweredFile,
  property: ast.Property,
  name: string,
  standard: Catalog,
  files: NamedFiles,
): Catalog | undefined {
  const origin = originOfProperty(file.uri, property, 'value');
  const named = files.find(file, unquote(name), 'table', origin);
  const text = named && files.text(file, named, origin);
  if (!named || text === undefined) return undefined;
  const { rows, problems } = parseCatalogCsv(text);
  for (const problem of problems) {
    // A file without the header of a table is none: nothing of it is shown.
    const isTable = problem.message !== 'catalog-header-missing';
    const place = isTable ? { uri: named.uri, range: lineRange(problem.line) } : origin;
    report(file.context, 'C012', 'error', place, problem.message, problem.parameters);
  }
  return withOwnCatalog(standard, rows);
}

function lineRange(line: number): Origin['range'] {
  return { start: { line, character: 0 }, end: { line, character: 0 } };
}
