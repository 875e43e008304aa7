import {
  type Contain,
  completeReport,
  type FactBase,
  type Finding,
  type Origin,
  type Phrase,
  type Report,
  settingFindings,
  type Template,
  unknownNames,
  unknownNamesIn,
  unknownNamesInRules,
} from '@fiscal/core';
import type { LoweredFile } from './file.js';
import { newReport } from './new-report.js';
import { standardCatalog, standardLibrary } from '../library/library.js';
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
            ...unknownNames(template, emptyReport(template.origin, scope, template)),
          ]) ?? [])
        : [];
    });
  });
}

/** Unknown names in 短语 and 表样 of a file that nothing uses, whatever they might be used for. */
export function unusedPartFindings(
  files: readonly LoweredFile[],
  scopes: Scopes,
  contain: Contain,
): Finding[] {
  return files.flatMap((file) => {
    // Those of a file with templates are theirs.
    const phrases = file.templates.length === 0 ? file.phrases : new Map<string, Phrase>();
    const [first] = [...phrases.values(), ...file.unusedForms];
    if (!first) return [];
    const all = new Map([...standardLibrary().phrases, ...file.phrases]);
    const unknown = () =>
      unknownNamesIn(file.unusedForms, phrases, emptyReport(first.origin, scopes.of([file])), all);
    return contain(first.origin, unknown) ?? [];
  });
}

/**
 * Filters that nobody knows in rules that are given without any report: where there is one, it is asked. The names of
 * items cannot be judged without: 收入.总计.增减额 is there where a report says so.
 */
export function unusedRuleFindings(
  files: readonly LoweredFile[],
  scopes: Scopes,
  reports: readonly Report[],
  contain: Contain,
): Finding[] {
  if (reports.length > 0) return [];
  return files.flatMap((file) => {
    const [first] = file.rules;
    if (!first) return [];
    const scope = scopes.of([file]);
    const unknown = () => unknownNamesInRules(file.rules, emptyReport(first.origin, scope));
    return (contain(first.origin, unknown) ?? []).filter(({ rule }) => rule === 'Z012');
  });
}

function keyOf({ origin: { uri, range } }: Template): string {
  return JSON.stringify([uri, range.start]);
}

/** A report that says nothing, but may say all that reports with this template, or beside this file, may. */
function emptyReport(origin: Origin, scope: Scope, template?: Template): FactBase {
  const header = {
    kind: '部门决算',
    name: '',
    year: latestYear,
    moneyUnit: '万元',
    decimals: 2,
    percentDecimals: 2,
    catalog: standardCatalog(latestYear),
    origin,
  };
  const { base } = newReport(origin.uri, header, scope, template);
  completeReport(base);
  return base;
}

/** Of the catalogue that ships with the language. */
const latestYear = 2024;
