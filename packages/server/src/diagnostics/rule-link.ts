/** Where a rule is explained; the client opens it, see `fiscal/rule` of the protocol. */
export function ruleLink(rule: string): string {
  return `fiscal-rule:/${encodeURIComponent(rule)}.md`;
}
