import { type Finding, type FindingData, subjectsOf } from '@fiscal/core';

export interface Naming {
  /** What a file is called, from the place of a baseline or the folder that a command was called in. */
  nameOf(uri: string): string;
  messageOf(finding: Finding): string;
  linesOf(uri: string): readonly string[] | undefined;
}

/**
 * What makes a finding the same after lines were added above it, its figures changed or its words were chosen anew: its
 * file and rule, what it speaks of, and what its line is of.
 */
export interface FindingIdentity {
  file: string;
  rule: string;
  /** The line up to its first figure: 2012601 行政运行. */
  line: string;
  subjects: string[];
}

export function identityOf(finding: Finding, { nameOf, linesOf }: Naming): FindingIdentity {
  const { uri, range } = finding.origin;
  return {
    file: nameOf(uri),
    rule: finding.rule,
    line: headOf(linesOf(uri)?.[range.start.line] ?? ''),
    subjects: spokenOf(finding.data),
  };
}

export function keyOf({ file, rule, line, subjects }: FindingIdentity): string {
  return [file, rule, line, ...subjects].join('\n');
}

/** With the names in it: the title of a rule may be worded anew. */
function spokenOf(data: FindingData): string[] {
  if (data.kind === 'message') return [data.code, data.parameters['name'] ?? ''].filter(Boolean);
  if (data.kind !== 'condition') return subjectsOf(data);
  const { missingText, member, operands } = data;
  const asked = missingText === undefined ? operands.map(({ path }) => path) : [missingText];
  return member === undefined ? asked : [...asked, member];
}

/** A line without its figures and what stands behind them; a sentence up to its first figure. */
function headOf(line: string): string {
  const [, code = '', rest = ''] = /^([0-9]{3,9}(?=\s))?(.*)$/s.exec(line.trim())!;
  const [head = ''] = rest.split(/(?<=\s)[-−+]?[0-9０-９]|["“]/);
  return (code + head).trim().replace(/\s+/g, ' ');
}
