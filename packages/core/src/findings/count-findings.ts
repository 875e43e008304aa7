import type { Finding } from './finding.js';

export interface FindingCounts {
  errors: number;
  warnings: number;
  /** 尾差: differences that rounding explains. */
  tails: number;
  /** 未检查: blocks in which something could not be checked. */
  notChecked: number;
  others: number;
}

/** How many findings there are of each kind that an author asks for. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts: FindingCounts = { errors: 0, warnings: 0, tails: 0, notChecked: 0, others: 0 };
  for (const finding of findings) count(finding, counts);
  return counts;
}

function count({ severity, data }: Finding, counts: FindingCounts): void {
  if (severity === 'error') counts.errors += 1;
  else if (severity === 'warning') counts.warnings += 1;
  else if (data.kind === 'tails') counts.tails += data.tails.length;
  else if (data.kind === 'not-checked') counts.notChecked += 1;
  else if ('explained' in data && data.explained) counts.tails += 1;
  else counts.others += 1;
}

/** What has to be mended or accepted; the rest are notes. */
export function isSerious({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity === 'error' || severity === 'warning';
}
