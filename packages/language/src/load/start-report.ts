import type { Origin, Report } from '@fiscal/core';
import { standardCatalog, standardLibrary } from '../library/library.js';
import { newReport } from './new-report.js';
import { Scopes } from './scopes.js';

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
  /** The name of a template of the library; none: the report is only checked. */
  template?: string;
  /** Where its name stands. */
  origin: Origin;
}

/**
 * A report on the standard library that no source states: a published document, a table. Whoever reads it adds to
 * `base.root` what he finds, with the places where it stands, and then calls `completeReport`.
 */
export function startReport({ uri, template: name, ...header }: FoundReport): Report {
  const scope = new Scopes(standardLibrary(), []).of([]);
  const template = name === undefined ? undefined : scope.templates.get(name);
  return newReport(uri, { ...header, catalog: standardCatalog(header.year) }, scope, template);
}
