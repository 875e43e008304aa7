import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  completeReport,
  examineReport,
  type Finding,
  judgeReport,
  listFacts,
  messageOf,
  type Origin,
  relationOutcomes,
  type Report,
  type Subject,
} from '@fiscal/core';
import { startReport } from '@fiscal/language';
import { compose, renderMarkdown } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { exampleFiles, loadText } from './check.js';

const root = join(import.meta.dirname, '..');

// References are left out: whoever reads a document links the reports that he knows of.
describe.each(exampleFiles)('%s, stated from elsewhere than from a source', (name) => {
  const path = join(root, 'examples', name);
  const text = readFileSync(path, 'utf8').replace(/^\s*引用.*$/gm, '');
  const [written] = loadText(text).reports;
  const found = copied(written!);

  test('has the same facts', () => {
    expect(listFacts(found.base).map(plain)).toEqual(listFacts(written!.base).map(plain));
  });

  test('has the same relations, with the same outcomes', () => {
    const outcomes = (report: Report) =>
      relationOutcomes(judgeReport(report)).map((one) => JSON.stringify(one.describe()));
    expect(outcomes(found)).toEqual(outcomes(written!));
  });

  test('is told the same of its figures and names', () => {
    const told = (report: Report) =>
      examineReport(report)
        .findings.filter(({ rule }) => !/^[MZ]/.test(rule))
        .map(line);
    expect(told(found)).toEqual(told(written!));
  });

  test('is composed to the same text', () => {
    if (!written!.template) return;
    const markdown = (report: Report) => renderMarkdown(compose(report, report.template!).document).text;
    expect(markdown(found)).toBe(markdown(written!));
  });
});

/** The report's statements, one by one, in a base that no source was lowered into. */
function copied({ uri, base, template, texts, suppressions, severityChanges }: Report): Report {
  const { kind, name, year, moneyUnit, decimals, percentDecimals, truncates, origin } = base;
  const header = { kind, name, year, moneyUnit, decimals, percentDecimals, truncates, origin };
  const report = startReport({ uri, ...header, ...(template && { template: template.name }) });
  copy(base.root, report.base.root);
  report.texts.push(...texts);
  report.suppressions.push(...suppressions);
  report.severityChanges.splice(0, Infinity, ...severityChanges);
  completeReport(report.base);
  return report;
}

function copy(from: Subject, to: Subject): void {
  to.label = from.label;
  if (from.origin) to.origin = from.origin;
  for (const [name, text] of from.texts) to.setText(name, text);
  for (const [name, attribute] of from.attributes) to.setAttribute(name, attribute);
  for (const { measure, unit, decimals, statements } of from.facts.values())
    to.addFact(measure, unit, decimals).statements.push(...statements);
  for (const child of from.children.values()) copy(child, to.addChild(child.name, child.code));
}

function plain({ path, value, unit, state, rule }: ReturnType<typeof listFacts>[number]): string {
  return [path, value, unit, state, rule].join(' ');
}

function line(finding: Finding): string {
  return `${placeOf(finding.origin)} ${finding.rule} ${messageOf(finding)}`;
}

function placeOf({ range: { start } }: Origin): string {
  return `${start.line + 1}:${start.character + 1}`;
}
