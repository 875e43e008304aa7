import type { Finding, FindingData, Operand } from '@fiscal/core';
import type { Fact } from '@fiscal/core';

/** Facts that are told of already: what else differs on their account has the same cause. */
export function suspectFacts(findings: readonly Finding[]): ReadonlySet<string> {
  const serious = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return new Set(serious.flatMap(({ data }) => suspectsOf(data).map(({ path }) => path)));
}

/** The figures of which one is wrong. */
export function suspectsOf(data: FindingData): readonly Operand[] {
  switch (data.kind) {
    case 'same':
      return data.statements;
    case 'sum':
      return [...data.total, ...(data.suspects ?? []).map(({ operand }) => operand)];
    case 'at-most':
      return [...data.parts, ...data.whole];
    case 'ratio':
      return [data.ratio];
    case 'condition':
      return data.operands;
    case 'tails':
    case 'name':
    case 'code':
    case 'not-checked':
    case 'message':
      return [];
  }
}

export function isSuspect(facts: readonly Fact[], suspects: ReadonlySet<string>): boolean {
  return facts.some(({ key }) => suspects.has(key));
}
