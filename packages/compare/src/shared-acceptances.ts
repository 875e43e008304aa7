import type { AcceptanceChange, Changes } from './changes.js';

/**
 * A level that a project sets, or a file of rules, holds for all reports that are written after it: it is told once,
 * of its file, and besides of those reports in which it lets something be. Answers what is to be told of files of
 * which nothing is told yet.
 */
export function tellSharedOnce(reports: readonly Changes[], files: readonly Changes[]): Changes[] {
  const told = new Map(files.map((changes) => [uriOf(changes.definitions), changes]));
  const more: Changes[] = [];
  const known = new Set<string>();
  for (const changes of reports) {
    const own = new Set([changes.old?.uri, changes.new?.uri]);
    changes.acceptances = changes.acceptances.flatMap((one) => {
      const { origin } = (one.new ?? one.old)!;
      if (own.has(origin.uri)) return [one];
      if (one.change !== 'kept' && !known.has(keyOf(one, origin.uri))) {
        known.add(keyOf(one, origin.uri));
        let file = told.get(origin.uri);
        if (!file) {
          file = ofFile(one);
          told.set(origin.uri, file);
          more.push(file);
        }
        file.acceptances.push({ ...one, met: [] });
      }
      return one.met.length > 0 ? [{ ...one, isElsewhere: true }] : [];
    });
  }
  return more;
}

function uriOf(definitions: Changes['definitions']): string {
  return definitions?.new ?? definitions?.old ?? '';
}

function keyOf({ kind, rule, scope, old, new: next }: AcceptanceChange, uri: string): string {
  const said = [old, next].map((one) => one && [one.reason, one.severity, one.until]);
  return JSON.stringify([uri, kind, rule, scope, said]);
}

function ofFile({ old, new: next }: AcceptanceChange): Changes {
  const [before, after] = [old?.origin.uri, next?.origin.uri];
  return {
    definitions: { ...(before !== undefined && { old: before }), ...(after !== undefined && { new: after }) },
    ...{ acceptances: [], typed: [], derived: [] },
    findings: { new: [], gone: [], changed: [] },
  };
}
