import { factAt, listFacts, parseFigure, type Report, resolveFact, roundTo } from '@fiscal/core';
import { type Reading, readDocuments } from '@fiscal/read';
import { type Block, compose, figuresIn, publications } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { exampleFiles, loadExample, loadText } from './check.js';

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

async function readBack(report: Report, format: string) {
  const { document } = compose(report);
  const publication = publications.find(({ name }) => name === format)!;
  const { content } = await publication.make(document, { facts: () => listFacts(report.base) });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const read = await readDocuments([{ name: `报告.${publication.extension}`, bytes }]);
  if ('failures' in read) throw new Error(JSON.stringify(read.failures));
  const {
    reports: [said],
    findings,
  } = loadText(read.source);
  return { ...read, said: said!, slips: findings.filter(({ rule }) => rule.startsWith('Z')) };
}

/** Figures that the document prints, and that were read otherwise; what is listed as not understood is not lost. */
function differences(blocks: readonly Block[], { base }: Report, { unread }: Reading): string[] {
  const wrong = figuresIn(blocks.flatMap(ofTemplate)).flatMap(({ text, fact }) => {
    const printed = parseFigure(text);
    if (!fact || !printed) return [];
    const said = [fact.key, ...sameElsewhere(fact.key)].map((key) => {
      const found = factAt(base, key);
      return found && resolveFact(found).value;
    });
    if (said.some((value) => value && roundTo(value, printed.decimalPlaces()).equals(printed))) return [];
    if (unread.some((one) => one.text.includes(fact.key) && one.text.includes(text))) return [];
    return [`${fact.key} ${text}, not ${said[0]?.toFixed() ?? 'known'}`];
  });
  return [...new Set(wrong)];
}

/** What stands in an author's own text is part of that text. */
function ofTemplate(block: Block): Block[] {
  if (block.kind === 'list') return [];
  const origin = block.kind === 'paragraph' || block.kind === 'heading' ? block.origin : undefined;
  return origin && !origin.uri.startsWith('fiscal-library:') ? [] : [block];
}

/** The only line that has an economic subject is what the block of those subjects says of it. */
function sameElsewhere(key: string): string[] {
  const [, fund, nature, code] = /^支出\.([^.]+)\.\d+\.明细\.(基本|项目)\.(\d+)$/.exec(key) ?? [];
  return fund === undefined ? [] : [`${nature}支出.${fund}.${code}`, `${nature}支出.${code}`];
}
