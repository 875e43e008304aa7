import type { FactBase } from './fact-base.js';
import type { RichText } from './rich-text.js';
import type { Severity } from '../vocabulary/severity.js';
import { isOfLibrary, type Origin, type Range } from './origin.js';
import type { Rule } from './rule.js';
import type { Template } from './template.js';

/** A finding that the author accepts, with the reason. */
export interface Suppression {
  rule: string;
  reason: string;
  /** The last day on which it holds: 2025-06-30. */
  until?: string;
  /** Findings that start inside this range of the report's file are meant. */
  scope: Range;
  origin: Origin;
}

/** What a rule weighs in a report, or with a template; `off`: its findings are not told. */
export interface SeverityChange {
  rule: string;
  severity: Severity | 'off';
  reason: string;
  origin: Origin;
}

/** What a report may name a file for. */
export type ReferenceKind = '上年' | '单位' | '科目表' | '模板' | '规则';

/** One report, lowered and linked: what checks read and what composing reads. */
export interface Report {
  uri: string;
  base: FactBase;
  template?: Template;
  /** Standard rules, the template's and the workspace's own. */
  rules: Rule[];
  suppressions: Suppression[];
  /** Those of the template first: the report has the last word. */
  severityChanges: SeverityChange[];
  /** Every text of the author, for the checks of holes and prose. */
  texts: RichText[];
  /** For what it names files that are missing or cannot be used: what those would tell is not known. */
  unavailable?: readonly ReferenceKind[];
}

/** The report is written after a template of an author; those that ship with the language are tested there. */
export function hasOwnTemplate({ template }: Report): boolean {
  return template !== undefined && !isOfLibrary(template.origin);
}
