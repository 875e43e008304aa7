import { skeletonTemplates } from '@fiscal/language';
import { type Report } from '@fiscal/core';
import { compose, publications, publish } from '@fiscal/report';
import { thisMachine } from '@fiscal/server/machine';
import { describe, expect, test } from 'vitest';
import { exampleFiles, loadExample, loadText } from '../check.js';
import { differences, randomReports, readBytes, unwritten } from '../read-back.js';

/** What a browser prints of a report, read back: its tables by their lines, its sentences over the ends of lines and pages. */
const machine = thisMachine();

const examples = exampleFiles.flatMap((path) => {
  const [report] = loadExample(path).reports;
  return report?.template ? [[path, report] as const] : [];
});

describe('examples', () => {
  test.each(examples)('%s', async (_, report) => {
    await expectReadBack(report);
  });
});

describe('random reports', () => {
  const random = skeletonTemplates.flatMap((template) =>
    randomReports(template, 3).map((text, which) => [template, which, text] as const),
  );
  test.each(random)('%s, report %i', async (_, __, text) => {
    await expectReadBack(loadText(text).reports[0]!);
  });
});

async function expectReadBack(report: Report): Promise<void> {
  const { document } = compose(report);
  const { reading, said, slips } = await readBytes('报告.pdf', await printed(report));
  const { name, year, kind } = report.base;
  expect({
    slips,
    differences: differences(document.blocks, said, reading),
    unwritten: unwritten(reading, said),
    unread: reading.unread.filter(({ reason }) => reason !== 'doubtful figure'),
    sentences: reading.sentences,
    header: reading.header,
  }).toMatchObject({
    slips: [],
    differences: [],
    unwritten: [],
    unread: [],
    sentences: { exact: reading.sentences.all },
    header: { name, year, kind, template: report.template!.name },
  });
}

async function printed(report: Report): Promise<Uint8Array> {
  const formats = publications.filter(({ name }) => name === 'pdf');
  const [file] = await publish(compose(report).document, '报告', formats, machine);
  return file!.content as Uint8Array;
}
