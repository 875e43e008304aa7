import { listFacts, type Report } from '@fiscal/core';
import { documentPlaces, readDocuments } from '@fiscal/read';
import { compose, publications } from '@fiscal/report';
import { expect, test } from 'vitest';
import { exampleFiles, loadExample } from './check.js';
import { lineOf, setTable, textOf } from './unruled-documents.js';

/** What is found in a file of lines is told at the line of that file. */
const reports = exampleFiles.flatMap((path) => {
  const [report] = loadExample(path).reports;
  return report?.template ? [{ path, report }] : [];
});

test.each(reports)('text of $path', async ({ report }) => {
  const { name, year, kind } = report.base;
  const tables = compose(report).document.blocks.flatMap((block) =>
    block.kind === 'table' ? ['', textOf(block.title), '', ...setTable(block, 'bottom').map(lineOf)] : [],
  );
  await expectOwnLines('报告.txt', [`${name}${year}年度${kind}`, ...tables].join('\n'));
});

test.each(reports)('Markdown of $path', async ({ report }) => {
  await expectOwnLines('报告.md', await markdownOf(report));
});

async function markdownOf(report: Report): Promise<string> {
  const publication = publications.find(({ name }) => name === 'gfm')!;
  const { content } = await publication.make(compose(report).document, {
    facts: () => listFacts(report.base),
  });
  return content as string;
}

/** Each line has the figures of the line of the file, and no other. */
async function expectOwnLines(name: string, text: string): Promise<void> {
  const read = await readDocuments([{ name, bytes: new TextEncoder().encode(text) }]);
  if ('failures' in read) throw new Error(JSON.stringify(read.failures));
  const written = text.split('\n').map(figuresIn);
  const lines = documentPlaces(read).document.lines.map(figuresIn);
  const elsewhere = lines.flatMap((figures, line) =>
    figures.every((figure) => written[line]?.includes(figure)) ? [] : [`${line + 1}: ${figures.join(' ')}`],
  );
  expect(elsewhere).toEqual([]);
  expect(lines.flat().length).toBeGreaterThan(100);
}

function figuresIn(line: string): string[] {
  return line.match(/\d[\d,]*\.\d+/g) ?? [];
}
