import type { FactBase } from '../model/fact-base.js';
import type { Finding } from '../findings/finding.js';
import type { Origin } from '../model/origin.js';
import type { Phrase } from '../model/template.js';
import { budgetFor } from './budget.js';
import { interpret } from './interpret.js';
import { FactLists } from './provenance.js';
import type { Scope } from './scope.js';

export interface ScopeOptions {
  phrases?: ReadonlyMap<string, Phrase>;
  percentDecimals?: number;
}

/** The scope of a report's own texts: no variables. */
export function createScope(
  base: FactBase,
  report: (finding: Finding) => void,
  { phrases = new Map(), percentDecimals = base.percentDecimals }: ScopeOptions = {},
): Scope {
  return {
    base,
    variables: new Map(),
    phrases,
    percentDecimals,
    active: new Set(),
    interpret,
    budget: budgetFor(base),
    lists: new FactLists(),
    ...once(report),
  };
}

function once(report: (finding: Finding) => void): Pick<Scope, 'report' | 'isNew'> {
  const seen = new Set<string>();
  const keyOf = (rule: string, { uri, range }: Origin) => JSON.stringify([rule, uri, range.start, range.end]);
  return {
    isNew: (rule, origin) => !seen.has(keyOf(rule, origin)),
    report: (finding) => {
      const key = keyOf(finding.rule, finding.origin);
      if (!seen.has(key)) report(finding);
      seen.add(key);
    },
  };
}
