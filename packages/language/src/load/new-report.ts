import { FactBase, type Report, type ReportHeader, type Template } from '@fiscal/core';
import { ownHeadings } from '../library/own-headings.js';
import { schemaFor } from './report-template.js';
import type { Scope } from './scopes.js';

/** A report that says nothing yet, with the items and rules of its scope and of its template. */
export function newReport(
  uri: string,
  header: Omit<ReportHeader, 'schema'>,
  scope: Scope,
  template: Template | undefined,
): Report {
  const base = new FactBase({
    ...header,
    schema: schemaFor(scope, template),
    ownHeadings: () => ownHeadings(header.name, header.catalog),
  });
  const rules = [...scope.rules, ...(template?.rules ?? [])];
  base.rules = rules;
  return {
    uri,
    base,
    ...(template && { template }),
    rules,
    suppressions: [],
    severityChanges: [...(template?.severityChanges ?? [])],
    texts: [],
  };
}
