import {
  factAt,
  knownMeasure,
  listFacts,
  parseFigure,
  pathText,
  type Report,
  resolveFact,
  roundTo,
} from '@fiscal/core';
import { type Reading, readDocuments } from '@fiscal/read';
import { type Block, compose, figuresIn, publications } from '@fiscal/report';
import { trialReports } from '../packages/cli/src/trial/reports/trial-reports.js';
import { findingsOf, loadText } from './check.js';

/** What a report prints in a format, read again: the reading, and the report that its source is. */
export async function readBack(report: Report, format: string) {
  const { document } = compose(report);
  const publication = publications.find(({ name }) => name === format)!;
  const { content } = await publication.make(document, { facts: () => listFacts(report.base) });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readBytes(`报告.${publication.extension}`, bytes);
}

export async function readBytes(name: string, bytes: Uint8Array) {
  const read = await readDocuments([{ name, bytes }]);
  if ('failures' in read) throw new Error(JSON.stringify(read.failures));
  const workspace = loadText(read.source);
  const slips = findingsOf(workspace).filter(({ rule }) => rule.startsWith('Z'));
  return { ...read, said: workspace.reports[0]!, slips };
}

/** Figures that the document prints, and that were read otherwise; what is listed as not understood is not lost. */
export function differences(blocks: readonly Block[], { base }: Report, reading: Reading): string[] {
  const { unread } = reading;
  const wrong = figuresIn(blocks.flatMap(ofTemplate)).flatMap(({ text, fact }) => {
    const printed = parseFigure(text);
    if (!fact || !printed) return [];
    const said = [fact.key, ...sameElsewhere(fact.key)].map((key) => {
      const found = factAt(base, key);
      return found && resolveFact(found).value;
    });
    if (said.some((value) => value && roundTo(value, printed.decimalPlaces()).equals(printed))) return [];
    if (said[0] === undefined && isOpenInLines(fact.key, reading)) return [];
    if (unread.some((one) => one.text.includes(fact.key) && one.text.includes(text))) return [];
    return [`${fact.key} ${text}, not ${said[0]?.toFixed() ?? 'known'}`];
  });
  return [...new Set(wrong)];
}

/** 基本支出.30201, where a line of the details leaves open whether it has any of that. */
function isOpenInLines(key: string, { figures }: Reading): boolean {
  const [, code] = /^(?:基本|项目)支出\.(?:.*\.)?(\d{3,5})$/.exec(key) ?? [];
  return (
    code !== undefined &&
    figures.some(({ path, said }) => path.includes('明细') && path.at(-1) === code && 'state' in said)
  );
}

/** What was read and does not stand in the source: it must say each of these figures. */
export function unwritten({ figures }: Reading, { base }: Report): string[] {
  return figures.flatMap(({ path, said }) => {
    const fact = factAt(base, canonical(path));
    if (!('digits' in said)) return [];
    const wanted = parseFigure(said.digits)!;
    const values = fact ? [...fact.statements.map(({ value }) => value), resolveFact(fact).value] : [];
    return values.some((value) => value?.equals(wanted)) ? [] : [`${pathText(path)} ${said.digits}`];
  });
}

/** 本年收入 of a fund is its 收入: a measure by its own name. */
function canonical(path: readonly string[]): string {
  const measure = path.length > 1 ? knownMeasure(path.at(-1)!) : undefined;
  return pathText(measure === undefined ? path : [...path.slice(0, -1), measure]);
}

/** What stands in an author's own text is part of that text; a chart is a picture. */
function ofTemplate(block: Block): Block[] {
  if (block.kind === 'list' || block.kind === 'chart') return [];
  const origin = block.kind === 'paragraph' || block.kind === 'heading' ? block.origin : undefined;
  return origin && !origin.uri.startsWith('fiscal-library:') ? [] : [block];
}

/**
 * The only line that has an economic subject is what the block of those subjects says of it; templates print one kind
 * of equipment under either of its names.
 */
function sameElsewhere(key: string): string[] {
  if (/100万元以上(?:专用)?设备$/.test(key))
    return ['国有资产.设备.单价100万元以上专用设备', '国有资产.设备.单价100万元以上设备'];
  const [, fund, nature, code] = /^支出\.([^.]+)\.\d+\.明细\.(基本|项目)\.(\d+)$/.exec(key) ?? [];
  return fund === undefined ? [] : [`${nature}支出.${fund}.${code}`, `${nature}支出.${code}`];
}

/** One that is just begun, with nothing or with zeros in it; then one that is whole, half-filled and shortened. */
export function randomReports(template: string, seed: number): string[] {
  const [report] = loadText(`部门决算 甲局 2024 {\n  模板 ${template}\n}\n`).reports;
  const all = trialReports(report!.template!, report!.base.schema, 1, seed);
  return [all[seed % 4]!, ...all.slice(-3)];
}
