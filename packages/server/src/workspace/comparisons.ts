import { type Changes, compare, compareAlone, type Version } from '@fiscal/compare';
import type { Finding, Report } from '@fiscal/core';
import type { LangiumDocument } from 'langium';
import type { BaseParams } from '../protocol.js';
import type { FiscalSharedServices } from '../services.js';
import type { Examination } from './examinations.js';

/** A report of a file and what became of it since the other version. */
export interface ComparedReport {
  changes: Changes;
  old?: Report;
  new?: Report;
}

/** What files are compared with, and what that gives: worked out when somebody asks, once for each pair of texts. */
export class Comparisons {
  private readonly bases = new Map<string, BaseParams>();
  private readonly known = new Map<string, Known>();

  constructor(private readonly services: FiscalSharedServices) {}

  /** From now on a file is compared with that text; null: with none. */
  setBase(base: BaseParams): void {
    if (base.text === null) this.bases.delete(base.uri);
    else this.bases.set(base.uri, base);
    this.known.delete(base.uri);
  }

  baseOf(uri: string): BaseParams | undefined {
    return this.bases.get(uri);
  }

  /** Nothing where the file is compared with nothing. */
  async of(document: LangiumDocument): Promise<readonly ComparedReport[] | undefined> {
    const base = this.bases.get(document.uri.toString());
    if (typeof base?.text !== 'string') return undefined;
    const { Examinations } = this.services.fiscal;
    const now = await Examinations.of(document);
    const before = await Examinations.ofText(document, base.text);
    const known = this.known.get(now.uri);
    if (known?.now === now && known.before === before) return known.compared;
    const compared = compareReports(before, now);
    this.known.set(now.uri, { now, before, compared });
    return compared;
  }
}

interface Known {
  now: Examination;
  before: Examination;
  compared: readonly ComparedReport[];
}

/** Reports of one file in order: by name and year, then by what is left. */
function compareReports(old: Examination, next: Examination): ComparedReport[] {
  const left = [...old.reports];
  const take = (isMeant: (one: Report) => boolean) => {
    const index = left.findIndex(isMeant);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  const isNamedAlike = (one: Report, other: Report) =>
    one.base.name === other.base.name && one.base.year === other.base.year;
  const pairs = next.reports.map((report) => ({
    new: report,
    old: take((one) => isNamedAlike(one, report)),
  }));
  for (const pair of pairs) pair.old ??= take(() => true);
  const compared = pairs.map((pair): ComparedReport => {
    const now = versionOf(pair.new, next);
    if (!pair.old) return { new: pair.new, changes: compareAlone(now, 'new') };
    return { old: pair.old, new: pair.new, changes: compare(versionOf(pair.old, old), now) };
  });
  return [
    ...compared,
    ...left.map((one) => ({ old: one, changes: compareAlone(versionOf(one, old), 'old') })),
  ];
}

/** What was found in a report: of several in a file, from its beginning to that of the next one. */
function versionOf(report: Report, { reports, findings, accepted }: Examination): Version {
  const begin = (one: Report) => one.base.origin.range.start.line;
  const from = report === reports[0] ? 0 : begin(report);
  const next = reports[reports.indexOf(report) + 1];
  const to = next ? begin(next) : Infinity;
  const isOf = ({ origin: { uri, range } }: Finding) =>
    uri === report.uri && range.start.line >= from && range.start.line < to;
  return {
    report,
    findings: findings.filter(isOf),
    accepted: accepted.filter(({ finding }) => isOf(finding)),
  };
}
