import { compose } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { exampleFiles, loadExample } from './check.js';
import { differences, readBack, unwritten } from './read-back.js';

/** What a report prints, read back, says the same: in every format that is read. */
const formats = ['markdown', 'html', 'docx'];

const reports = exampleFiles.flatMap((path) => {
  const [report] = loadExample(path).reports;
  return report?.template ? [{ path, report }] : [];
});

describe.each(formats)('%s', (format) => {
  test.each(reports)('$path', { timeout: 60_000 }, async ({ report }) => {
    const { document } = compose(report);
    const { reading, said, slips } = await readBack(report, format);
    expect(slips).toEqual([]);
    expect(differences(document.blocks, said, reading)).toEqual([]);
    expect(unwritten(reading, said)).toEqual([]);
    expect(reading.sentences).toEqual({ ...reading.sentences, exact: reading.sentences.all });
    const { kind, name, year } = report.base;
    expect(reading.header).toMatchObject({ kind, name, year, template: report.template!.name });
  });
});

describe('xlsx', () => {
  test.each(reports)('$path, its tables', { timeout: 60_000 }, async ({ report }) => {
    const { blocks } = compose(report).document;
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [{ ...block, notes: [] }] : []));
    const { reading, said, slips } = await readBack(report, 'xlsx');
    expect(slips).toEqual([]);
    expect(differences(tables, said, reading)).toEqual([]);
  });
});
