import type { Changes } from '@fiscal/compare';
import type { Finding, Origin } from '@fiscal/core';
import type { Core } from '../../engine.js';
import { relativeUri } from '../place.js';
import type { ComparedReport } from './formats.js';

/** Of what shape the data are; raised when a reader of the last shape would go wrong. */
const version = 1;

/** Changes for programs: as they were found, with files named from the folder of the call. */
export function changesData(compared: readonly ComparedReport[], cwd: string, core: Core): unknown {
  return {
    version,
    reports: compared.map(({ name, changes, printed = [], years }) => ({
      file: name,
      ...namedFrom(changes, cwd, core),
      printed,
      ...(years && { years: withPlaces(years, cwd) }),
    })),
  };
}

function namedFrom(
  { findings, old, new: next, definitions, ...changes }: Changes,
  cwd: string,
  core: Core,
): object {
  const finding = (one: Finding) => ({
    rule: one.rule,
    severity: one.severity,
    message: core.messageOf(one),
    origin: one.origin,
  });
  const data = {
    old: old ? { ...old, uri: undefined, file: relativeUri(old.uri, cwd) } : null,
    new: next ? { ...next, uri: undefined, file: relativeUri(next.uri, cwd) } : null,
    ...(definitions && { definitions: filesOf(definitions, cwd) }),
    whole: null,
    ...changes,
    acceptances: changes.acceptances.map((one) => ({
      ...one,
      met: one.met.map((met) => ({
        ...met,
        finding: finding(met.finding),
        ...(met.old && { old: finding(met.old) }),
      })),
    })),
    findings: {
      new: findings.new.map(finding),
      gone: findings.gone.map(finding),
      changed: findings.changed.map((pair) => ({ old: finding(pair.old), new: finding(pair.new) })),
    },
  };
  return withPlaces(data, cwd);
}

function filesOf({ old, new: next }: { old?: string; new?: string }, cwd: string): object {
  const named = (uri: string | undefined) => (uri === undefined ? null : relativeUri(uri, cwd));
  return { old: named(old), new: named(next) };
}

/** Without whatever is undefined, and with places as programs want them. */
function withPlaces(data: object, cwd: string): object {
  return JSON.parse(
    JSON.stringify(data, (_, value: unknown) => (isOrigin(value) ? place(value, cwd) : value)),
  );
}

function isOrigin(value: unknown): value is Origin {
  return typeof value === 'object' && value !== null && 'uri' in value && 'range' in value;
}

function place({ uri, range }: Origin, cwd: string): unknown {
  return { file: relativeUri(uri, cwd), range };
}
