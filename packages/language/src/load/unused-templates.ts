import {
  type Contain,
  createCatalog,
  FactBase,
  type Finding,
  type Report,
  type Template,
  unknownNames,
  completeReport,
} from '@fiscal/core';
import { catalogData } from '@fiscal/library';
import type { LoweredFile } from './file.js';
import { schemaFor } from './report-template.js';
import type { Scope, Scopes } from './scopes.js';

/** Unknown names in templates that no report at hand uses: a template is written before the first report is. */
export function unusedTemplateFindings(
  files: readonly LoweredFile[],
  scopes: Scopes,
  reports: readonly Report[],
  contain: Contain,
): Finding[] {
  const used = new Set(reports.flatMap(({ template }) => (template ? [keyOf(template)] : [])));
  return files.flatMap((file) => {
    if (file.templates.length === 0) return [];
    const scope = scopes.of([file]);
    return file.templates.flatMap(({ template: { name } }) => {
      const template = scope.templates.get(name);
      return template && !used.has(keyOf(template))
        ? (contain(template.origin, () => unknownNames(template, emptyReport(template, scope))) ?? [])
        : [];
    });
  });
}

function keyOf({ origin: { uri, range } }: Template): string {
  return JSON.stringify([uri, range.start]);
}

/** A report that says nothing, but may say all that reports with this template may. */
function emptyReport(template: Template, scope: Scope): FactBase {
  const schema = schemaFor(scope, template);
  const year = latestYear;
  const catalog = createCatalog(catalogData, year);
  const base = new FactBase('部门决算', '', year, '万元', 2, 2, schema, catalog, template.origin);
  completeReport(base);
  return base;
}

/** Of the catalogue that ships with the language. */
const latestYear = 2024;
