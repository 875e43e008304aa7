import { type Finding, newMessage } from '@fiscal/core';
import type { NamedInProject } from './project.js';
import { type FindingIdentity, identityOf, keyOf, type Naming } from './finding-identity.js';

/** Findings that were there before and are let be: how often each may occur. */
export type BaselineEntry = FindingIdentity & {
  /** For who reads the file: the words may change. */
  message: string;
  count: number;
};

const version = 2;

/** The text of a baseline: readable, in a fixed order, one entry for each finding that is let be. */
export function baselineText(findings: readonly Finding[], naming: Naming): string {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const identity = identityOf(finding, naming);
    const key = keyOf(identity);
    const known = entries.get(key) ?? { ...identity, message: naming.messageOf(finding), count: 0 };
    entries.set(key, { ...known, count: known.count + 1 });
  }
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return JSON.stringify({ version, findings: sorted }, undefined, 2) + '\n';
}

/** Parts findings into those that a baseline does not know and those that it does; `gone` entries no longer occur. */
export function compareWithBaseline(
  findings: readonly Finding[],
  entries: readonly BaselineEntry[],
  naming: Naming,
): { fresh: Finding[]; known: number; gone: number } {
  const left = new Map(entries.map((entry) => [keyOf(entry), entry.count]));
  const fresh = findings.filter((finding) => {
    const key = keyOf(identityOf(finding, naming));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
  const gone = [...left.values()].reduce((sum, count) => sum + Math.max(0, count), 0);
  return { fresh, known: findings.length - fresh.length, gone };
}

/** A project names a baseline that is not there. */
export function missingBaseline({ name, origin }: NamedInProject): Finding {
  return newMessage('Z014', origin, 'missing-file', { file: name });
}

/** What a baseline lets be; undefined where the text is none. */
export function readBaseline(text: string): readonly BaselineEntry[] | undefined {
  const read = parsed(text);
  return isBaseline(read) ? read.findings : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isBaseline(read: unknown): read is { findings: BaselineEntry[] } {
  if (typeof read !== 'object' || read === null) return false;
  const { version: written, findings } = read as { version?: unknown; findings?: unknown };
  return written === version && Array.isArray(findings) && findings.every(isEntry);
}

function isEntry(one: unknown): one is BaselineEntry {
  if (typeof one !== 'object' || one === null) return false;
  const { file, rule, line, subjects, count } = one as Record<string, unknown>;
  const isNamed = [file, rule, line].every((text) => typeof text === 'string');
  return isNamed && Array.isArray(subjects) && Number.isInteger(count);
}
