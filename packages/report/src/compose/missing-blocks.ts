import {
  blocks,
  blocksLeftOut,
  carriedForward,
  type FactBase,
  type Finding,
  isBegun,
  natureOfBlock,
  newMessage,
  type Path,
  type Report,
  type Template,
} from '@fiscal/core';
import type { Composition } from './compose.js';
import { missingTexts } from './empty-headings.js';
import { printedBlocks } from './printed-blocks.js';

/**
 * D012: what the template prints and the report does not have at all, in one finding at the report's name. D017: blocks
 * of which it has the total alone, each where it is written.
 */
export function missingBlockFindings(report: Report, composition?: () => Composition): Finding[] {
  const { base, template } = report;
  if (!template || isEmpty(template)) return [];
  const names = [...missingTexts(report), ...missingBlocks(report, composition)];
  const alone = totalsAlone(report, composition);
  if (names.length === 0) return alone;
  const parameters = {
    template: template.name,
    blocks: names.map((name) => said.get(name) ?? name).join('、'),
    names: names.join('、'),
  };
  return [newMessage('D012', base.origin, 'blocks-missing', parameters), ...alone];
}

/** Blocks whose name alone does not say which is meant: whoever wrote 支出 一般公共预算 has a 支出. */
const said = new Map<string, string>([[blocks.expenditure, `${blocks.expenditure}（${carriedForward}等）`]]);

/** D017: the report has what the lines of a block come to, and none of them, where the template prints them. */
function totalsAlone(report: Report, composition?: () => Composition): Finding[] {
  const { base, template } = report;
  const leftOut = blocksLeftOut(template!);
  const isLeftOut = (path: Path) => leftOut.has(path.join(' '));
  const written = base.knowledge.totalsAlone.all().flatMap((path) => {
    const origin = base.units.length === 0 && !isLeftOut(path) ? base.find(path)?.origin : undefined;
    return origin ? [{ name: path.join(' '), origin }] : [];
  });
  if (written.length === 0) return [];
  const printed = printedBlocks(report, composition);
  return written
    .filter(({ name }) => printed.has(name))
    .map(({ name, origin }) => newMessage('D017', origin, 'total-alone', { name, template: template!.name }));
}

/** What is known to print something need not be looked into. */
function isEmpty({ printed, content }: Template): boolean {
  return !printed && content.length === 0;
}

function missingBlocks(report: Report, composition?: () => Composition): string[] {
  const { base, template } = report;
  // The reference that leads nowhere is the cause, and is told where it stands.
  if (base.lacksUnits) return [];
  const leftOut = blocksLeftOut(template);
  const absent = base.knowledge.missingBlocks.all().filter((path) => isAbsent(base, path));
  const lacking = absent.filter((path) => !leftOut.has(path.join(' ')));
  if (lacking.length === 0) return [];
  const printed = printedBlocks(report, composition);
  const isTold = (path: Path) => printed.has(path.join(' ')) && !isSideOfMissing(base, path);
  return lacking.filter(isTold).map((path) => nameOf(base, path));
}

/** 基本支出 政府性基金 while nobody knows yet what was spent of that fund at all. */
function isSideOfMissing({ knowledge }: FactBase, [name = '', fund]: Path): boolean {
  return (
    fund !== undefined &&
    natureOfBlock(name) !== undefined &&
    knowledge.missingBlocks.has([blocks.expenditure, fund])
  );
}

/** Written in part, or left open, it is not forgotten. */
function isAbsent(base: FactBase, path: Path): boolean {
  return base.units.length > 0 || !isBegun(base, path);
}

/** 机关运行经费（信息中心）: that unit's report does not have it, where others do. */
function nameOf(base: FactBase, path: Path): string {
  const name = path.join(' ');
  const units = base.units.filter((unit) => unit.knowledge.missingBlocks.has(path));
  if (units.length === 0 || units.length === base.units.length) return name;
  return `${name}（${units.map((unit) => unit.name).join('，')}）`;
}
