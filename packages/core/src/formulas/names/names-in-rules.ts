import type { Finding } from '../../findings/finding.js';
import type { FactBase } from '../../model/fact-base.js';
import type { Phrase } from '../../model/template.js';
import type { Rule } from '../../model/rule.js';
import { createScope } from '../create-scope.js';
import { checkRule } from './rule-names.js';

/** Names in rules that neither the report nor the language knows, also where nothing is judged. */
export function unknownNamesInRules(
  rules: readonly Rule[],
  base: FactBase,
  phrases: ReadonlyMap<string, Phrase> = new Map(),
): Finding[] {
  const findings: Finding[] = [];
  const scope = createScope(base, (finding) => findings.push(finding), { phrases });
  for (const rule of rules) checkRule(rule, scope);
  return findings;
}
