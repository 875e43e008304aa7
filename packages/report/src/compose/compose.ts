import {
  blocksLeftOut,
  createScope,
  type FigureValue,
  type Finding,
  type Report,
  type Said,
  newMessage,
} from '@fiscal/core';
import type { ReportDocument } from '../document/document.js';
import { type Composer, noCounts } from './composer.js';
import { composeNodes } from './nodes.js';
import { filledIn } from './filled-in.js';
import { readSettings } from './settings.js';

export interface Composition {
  document: ReportDocument;
  findings: Finding[];
  /** Texts, words and names of the author's that it prints, or that it tells by what it prints. */
  said: ReadonlySet<Said>;
  /** Figures that were found alike: 与上年持平 says the one by the other. */
  equal: readonly (readonly [FigureValue, FigureValue])[];
  /** Blocks that are missing as a whole and in which lists or lines were looked for: 支出 政府性基金. */
  missing: ReadonlySet<string>;
}

/** The report as its template says it looks. What cannot be understood is left out and reported; nothing throws. */
export function compose(report: Report): Composition {
  const findings: Finding[] = [];
  const missing = new Set<string>();
  const said = new Set<Said>();
  const equal: (readonly [FigureValue, FigureValue])[] = [];
  const { base, template } = report;
  const scope = createScope(base, (finding) => findings.push(finding), {
    phrases: template?.phrases ?? new Map(),
    forPrint: true,
    mayBeLeftOut: blocksLeftOut(template),
    noteMissing: (block) => missing.add(block.join(' ')),
    noteSaid: (words) => {
      for (const each of words) said.add(each);
    },
    noteEqual: (left, right) => equal.push([left, right]),
  });
  const composer = newComposer(report, (finding) => scope.report(finding));
  const place = { scope, depth: 0, level: 0, id: '', counts: noCounts() };
  const blocks = composeNodes(template?.content ?? [], place, composer);
  const publishedOn = base.root.attributes.get('公开时间')?.value;
  const document: ReportDocument = {
    title: filledIn(composer.settings.documentTitle, report.base),
    language: 'zh-CN',
    publisher: base.name,
    ...(publishedOn !== undefined && { publishedOn }),
    blocks,
  };
  return { document, findings, said, equal, missing };
}

function newComposer({ base, template }: Report, report: (finding: Finding) => void): Composer {
  return {
    settings: readSettings(template, report, base.truncates),
    entries: [],
    parts: noCounts(),
    charts: 0,
    tables: 0,
    tableIds: new Set(),
    texts: 0,
    report: (rule, origin, code, parameters, suggestions) =>
      report(newMessage(rule, origin, code, parameters, suggestions)),
  };
}
