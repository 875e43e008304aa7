import type { Template } from '@fiscal/core';
import { load, parse, type Source, type SourceHost } from '@fiscal/language';
import { type Fault, faultsOf } from './faults.js';
import { trialReports } from './reports/trial-reports.js';
import { shrunk } from './shrink.js';

/** A kind of fault, told once, and the smallest report that shows it. */
export interface Shown extends Fault {
  report: string;
}

export interface Trial {
  /** How many reports were composed. */
  count: number;
  faults: Shown[];
}

export interface TrialOptions {
  /** Random reports, each whole, half-filled and shortened. */
  count?: number;
  seed?: number;
}

/**
 * Composes a template over reports that say nothing, zeros, half or all, and tells what nobody would want to print:
 * each kind once, at its place in the template. `sources` are the files that the template is written in.
 */
export function tryTemplate(
  template: Template,
  sources: readonly Source[],
  host: SourceHost,
  { count = 12, seed = 20241130 }: TrialOptions = {},
): Trial {
  const beside = sources.map((source) => ({ ...source, parsed: parse(source.text) }));
  const composed = (text: string) => load([...beside, { uri, text }], host, (source) => source.uri === uri);
  // What an author writes is not the template's.
  const faultsIn = (text: string) => faultsOf(composed(text)).filter(({ origin }) => origin?.uri !== uri);
  const nothing = `部门决算 甲局 2024 {\n  模板 ${template.name}\n}\n`;
  const { schema } = composed(nothing).reports[0]!.base;
  const reports = trialReports(template, schema, count, seed);
  const found = new Map<string, Shown>();
  for (const text of reports) {
    // A heading has nothing below it where an author has not written his text yet: that is told of his report.
    const faults = faultsIn(text).filter(({ kind }) => kind !== 'heading' || hasTexts(text));
    for (const fault of faults)
      if (!found.has(keyOf(fault))) found.set(keyOf(fault), { ...fault, report: text });
  }
  return { count: reports.length, faults: [...found.values()].map((fault) => smallest(fault, faultsIn)) };
}

function hasTexts(text: string): boolean {
  return /^ *职责 "/m.test(text) && /^ *机构设置 "/m.test(text);
}

const uri = 'file:///试.fiscal';

function smallest(fault: Shown, faultsIn: (text: string) => Fault[]): Shown {
  const find = (text: string) => faultsIn(text).find((other) => keyOf(other) === keyOf(fault));
  const report = shrunk(fault.report, (text) => find(text) !== undefined);
  return { ...(find(report) ?? fault), report };
}

function keyOf({ kind, key, origin }: Fault): string {
  return JSON.stringify([kind, key, origin?.uri, origin?.range.start]);
}
