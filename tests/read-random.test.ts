import { compose } from '@fiscal/report';
import { skeletonTemplates } from '@fiscal/language';
import { expect, test } from 'vitest';
import { loadText } from './check.js';
import { differences, randomReports, readBack, unwritten } from './read-back.js';

/** Random reports, whole, with figures that are open or nothing, and with lines missing: read back they say the same. */
const formats = ['markdown', 'html', 'docx', 'xlsx'];
/** Of each format other reports, among them none that contradicts itself: what is right then nobody can tell. */
const seeds = [3, 4, 5, 8];

const cases = skeletonTemplates.flatMap((template) =>
  formats.flatMap((format, index) =>
    randomReports(template, seeds[index]!).map((text, which) => [template, format, which, text] as const),
  ),
);

test.each(cases)('%s, %s, report %i', { timeout: 60_000 }, async (_, format, __, text) => {
  const [report] = loadText(text).reports;
  const { blocks } = compose(report!).document;
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [{ ...block, notes: [] }] : []));
  const { reading, said, slips } = await readBack(report!, format);
  expect(slips).toEqual([]);
  expect(differences(format === 'xlsx' ? tables : blocks, said, reading)).toEqual([]);
  expect(unwritten(reading, said)).toEqual([]);
  expect(reading.unread.filter(({ reason }) => reason !== 'doubtful figure')).toEqual([]);
  expect(reading.sentences).toEqual({ ...reading.sentences, exact: reading.sentences.all });
});
