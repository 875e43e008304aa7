import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeReport, listFacts, relationOutcomes } from '@fiscal/core';
import { compose, renderHtml, renderMarkdown } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { exampleFiles, findingsOf, loadExample } from './check.js';
import { freezeReports } from './frozen.js';
import { FuzzedEditor } from './fuzz/editor.js';
import { servedFiles } from './fuzz/served-files.js';

const root = join(import.meta.dirname, '..');

describe.each(exampleFiles)('%s, once it is loaded, is only read', (name) => {
  test('by checks, lists and generators', () => {
    const workspace = loadExample(name);
    freezeReports(workspace.reports);
    findingsOf(workspace);
    for (const report of workspace.reports) {
      relationOutcomes(judgeReport(report)).forEach((outcome) => outcome.describe());
      listFacts(report.base);
      if (!report.template) continue;
      const { document } = compose(report, report.template);
      renderHtml(document);
      renderMarkdown(document);
    }
  });

  test('the facts are the same before and after all of that', () => {
    const workspace = loadExample(name);
    const facts = () => workspace.reports.map(({ base }) => listFacts(base));
    const before = facts();
    findingsOf(workspace);
    for (const report of workspace.reports) if (report.template) compose(report, report.template);
    expect(facts()).toEqual(before);
    const used = loadExample(name);
    findingsOf(used);
    for (const report of used.reports) if (report.template) compose(report, report.template);
    expect(used.reports.map(({ base }) => listFacts(base))).toEqual(before);
  });

  test('by an editor, whatever is asked here and there', async () => {
    const text = readFileSync(join(root, 'examples', name), 'utf8');
    const editor = new FuzzedEditor(servedFiles(root));
    await editor.show(text);
    freezeReports(await editor.reports());
    for (const [index, position] of placesIn(text).entries())
      for (const [, share, ask] of editor.requests) if (index % (share * share) === 0) await ask(position);
    await editor.close();
  });
});

/** The first word and the end of every twentieth line. */
function placesIn(text: string) {
  const lines = text.split('\n').map((line, number) => ({ line, number }));
  return lines
    .filter(({ number }) => number % 20 === 3)
    .flatMap(({ line, number }) =>
      [line.search(/\S/), line.trimEnd().length]
        .filter((character) => character >= 0)
        .map((character) => ({ line: number, character })),
    );
}
