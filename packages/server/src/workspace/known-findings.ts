import { type Finding, messageOf } from '@fiscal/core';
import { compareWithBaseline, missingBaseline, nameFrom, readBaseline } from '@fiscal/language/project';
import type { ProjectBaseline } from './source-set.js';

/** Leaves out what a project's baseline lets be, as `fiscal check` does: the editor tells no more than that. */
export function knownIn(
  baseline: ProjectBaseline | undefined,
  textOf: (uri: string) => string | undefined,
): (findings: readonly Finding[]) => readonly Finding[] {
  const entries = baseline?.text === undefined ? undefined : readBaseline(baseline.text);
  if (!baseline || !entries) return (findings) => findings;
  const lines = new Map<string, readonly string[] | undefined>();
  const naming = {
    nameOf: (uri: string) => nameFrom(baseline.uri, uri),
    messageOf,
    linesOf: (uri: string) => {
      if (!lines.has(uri)) lines.set(uri, textOf(uri)?.split(/\r\n|\r|\n/));
      return lines.get(uri);
    },
  };
  return (findings) => compareWithBaseline(findings, entries, naming).fresh;
}

/** What is wrong with the baseline itself; told in the project file. */
export function missingIn(baseline: ProjectBaseline | undefined): Finding[] {
  return baseline && baseline.text === undefined ? [missingBaseline(baseline.named)] : [];
}
