import { compose } from '@fiscal/report';
import { skeletonTemplates } from '@fiscal/language';
import { expect, test } from 'vitest';
import { trialReports } from '../packages/cli/src/trial/reports/trial-reports.js';
import { loadText } from './check.js';
import { differences, readBack, unwritten } from './read-back.js';

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

/** One that is just begun, with nothing or with zeros in it; then one that is whole, half-filled and shortened. */
function randomReports(template: string, seed: number): string[] {
  const [report] = loadText(`部门决算 甲局 2024 {\n  模板 ${template}\n}\n`).reports;
  const all = trialReports(report!.template!, report!.base.schema, 1, seed);
  return [all[seed % 4]!, ...all.slice(-3)];
}
