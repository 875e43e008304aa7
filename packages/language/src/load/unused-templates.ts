import {
  type Contain,
  completeReport,
  type FactBase,
  type Finding,
  type Report,
  settingFindings,
  type Template,
  unknownNames,
} from '@fiscal/core';
import type { LoweredFile } from './file.js';
import { newReport } from './new-report.js';
import { standardCatalog } from '../library/library.js';
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
        ? (contain(template.origin, () => [
            ...settingFindings(template),
            ...unknownNames(template, emptyReport(template, scope)),
          ]) ?? [])
        : [];
    });
  });
}

function keyOf({ origin: { uri, range } }: Template): string {
  return JSON.stringify([uri, range.start]);
}

/** A report that says nothing, but may say all that reports with this template may. */
function emptyReport(template: Template, scope: Scope): FactBase {
  const header = {
    kind: '部门决算',
    name: '',
    year: latestYear,
    moneyUnit: '万元',
    decimals: 2,
    percentDecimals: 2,
    catalog: standardCatalog(latestYear),
    origin: template.origin,
  };
  const { base } = newReport(template.origin.uri, header, scope, template);
  completeReport(base);
  return base;
}

/** Of the catalogue that ships with the language. */
const latestYear = 2024;
