import { schemaChild, Subject, type FactBase } from '@fiscal/core';
import { conflictVersions } from '../lexer/conflicts.js';
import { normalizeName } from './expressions.js';

/** Blocks that units and projects are named in, and what is no block: of those a version may change anything. */
const farReaching: ReadonlySet<string> = new Set(['单位', '项目', '抵销']);

/**
 * The blocks that git's two versions of some lines of a report are about, where they can be told: each begins on a line
 * of its own and ends in its version. They need not be in the report, since neither version was read.
 */
export function conflictingBlocks(text: string, start: number, base: FactBase): Subject[] | undefined {
  const versions = conflictVersions(text, start);
  if (!versions) return undefined;
  const heads = [versions.first, versions.second].map(headsIn);
  const names = heads.every((each) => each !== undefined) ? new Set(heads.flat()) : undefined;
  const isBlock = (name: string) => schemaChild(base.schema, name) !== undefined && !farReaching.has(name);
  if (!names || ![...names].every(isBlock)) return undefined;
  return [...names].map((name) => new Subject(base, schemaChild(base.schema, name)!.name, base.root));
}

/** The first words of lines outside all braces; undefined where the braces of a version do not match. */
function headsIn(version: string): string[] | undefined {
  const heads: string[] = [];
  let depth = 0;
  for (const line of version.split('\n')) {
    const [head] = /^(?!\/\/)[^\s{}｛｝]+/.exec(line.trim()) ?? [];
    if (depth === 0 && head) heads.push(normalizeName(head));
    depth += line.split(/[{｛]/).length - line.split(/[}｝]/).length;
    if (depth < 0) return undefined;
  }
  return depth === 0 ? heads : undefined;
}
