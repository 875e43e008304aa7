import type {
  Finding,
  Origin,
  Path,
  RichText,
  RuleId,
  Severity,
  SeverityChange,
  Suppression,
} from '@fiscal/core';
import type { Lets } from './lets.js';
import type { TableForm } from './table-forms.js';
import { UnreadLines } from './unread-lines.js';

/** What lowering one file collects besides its facts. */
export interface LoweringContext {
  uri: string;
  findings: Finding[];
  texts: RichText[];
  suppressions: Suppression[];
  severityChanges: SeverityChange[];
  /** Lines that could not be read: what follows from that is not told. */
  unread: UnreadLines;
  /** Names that stand behind a bar somewhere in the file. */
  filters: Set<string>;
  /** Names of 令 that can be used here. */
  lets?: Lets;
  /** 表样 that tables may follow. */
  forms: KnownForms;
  /** Names of those that a table follows somewhere in the file. */
  usedForms: Set<string>;
  /** Those that are being followed. */
  within?: readonly string[];
  /** Templates that know an item by that path, while the report has none. */
  templatesWith?: (path: Path) => string[];
}

/** 表样 by name, those of the library where the file has none of that name. */
export interface KnownForms {
  named(name: string): TableForm | undefined;
  names(): string[];
}

const noForms: KnownForms = { named: () => undefined, names: () => [] };

export function newContext(uri: string): LoweringContext {
  return {
    uri,
    findings: [],
    texts: [],
    suppressions: [],
    severityChanges: [],
    unread: new UnreadLines(),
    filters: new Set(),
    forms: noForms,
    usedForms: new Set(),
  };
}

/** Reports a mistake of the author; the wording belongs to the code, see core/findings/messages. */
export function report(
  context: LoweringContext,
  rule: RuleId,
  severity: Severity,
  origin: Origin,
  code: string,
  parameters: Record<string, string> = {},
  suggestions: string[] = [],
): void {
  if (context.unread.has(origin.range.start.line) && origin.uri === context.uri) return;
  context.findings.push({ rule, severity, origin, data: { kind: 'message', code, parameters, suggestions } });
}
