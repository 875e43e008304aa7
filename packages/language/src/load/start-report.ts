import type { Origin, Report } from '@fiscal/core';
import { standardCatalog, standardLibrary } from '../library/library.js';
import { joinSchemas } from '../lower/schemas.js';
import { newReport } from './new-report.js';
import { type Scope, Scopes } from './scopes.js';
import type { FileDefinitions } from './workspace.js';

/** What is known of a report that was found elsewhere than in a source. */
export interface FoundReport {
  uri: string;
  /** 部门决算 or 单位决算. */
  kind: string;
  name: string;
  year: number;
  moneyUnit: string;
  decimals: number;
  percentDecimals: number;
  /** The name of a template of the library or of `definitions`; none: the report is only checked. */
  template?: string;
  /** What is known besides the library: templates of one's own, with their rules and items. */
  definitions?: readonly FileDefinitions[];
  /** Where its name stands. */
  origin: Origin;
}

/**
 * A report on the standard library, and on what is given besides, that no source states: a published document, a table. Whoever reads it adds to
 * `base.root` what he finds, with the places where it stands, and then calls `completeReport`.
 */
export function startReport({ uri, template: name, definitions = [], ...header }: FoundReport): Report {
  const scope = withDefinitions(new Scopes(standardLibrary(), []).of([]), definitions);
  const template = name === undefined ? undefined : scope.templates.get(name);
  return newReport(uri, { ...header, catalog: standardCatalog(header.year) }, scope, template);
}

function withDefinitions(scope: Scope, definitions: readonly FileDefinitions[]): Scope {
  if (definitions.length === 0) return scope;
  const own = definitions.flatMap(({ templates }) => templates);
  return {
    templates: new Map([...scope.templates, ...own.map((template) => [template.name, template] as const)]),
    rules: [...scope.rules, ...definitions.flatMap(({ rules }) => rules)],
    schema: joinSchemas([scope.schema, ...definitions.map(({ schema }) => schema)]),
  };
}
