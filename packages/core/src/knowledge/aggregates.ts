import type { Subject } from '../model/subject.js';
import { childAt, subjectAt } from './ask.js';

/** Blocks that are kept by fund, with containers that add the funds up. */
const blocks = new Set(['支出', '基本支出', '项目支出']);

const partsOfAggregate = new Map<string, readonly string[]>([
  ['财政拨款', ['一般公共预算', '政府性基金', '国有资本经营']],
  ['全部', ['财政拨款', '其他资金']],
]);

/** The fund that is meant where a block of economic lines names none. */
const defaultFund = '一般公共预算';

/** A container that adds up others of its block: 支出.财政拨款, 支出.全部. */
export function isAggregate(subject: Subject): boolean {
  return partsOfAggregate.has(subject.name) && isBlock(subject.parent);
}

/** The block's own containers that an aggregate adds up, aggregates among them. */
export function partsOf(aggregate: Subject): Subject[] {
  const block = aggregate.parent;
  if (!block || !isAggregate(aggregate)) return [];
  const names = partsOfAggregate.get(aggregate.name) ?? [];
  return names.map((name) => fundOf(block, name)).filter((part) => part !== undefined);
}

/** Names of the funds that an aggregate is made of, whether or not they are written. */
export function fundsOfAggregate(name: string): readonly string[] {
  return (partsOfAggregate.get(name) ?? []).flatMap((part) =>
    partsOfAggregate.has(part) ? fundsOfAggregate(part) : [part],
  );
}

/** An aggregate of that name comes into being as soon as one of its parts exists. */
export function impliesAggregate(block: Subject, name: string): boolean {
  if (!isBlock(block)) return false;
  return (partsOfAggregate.get(name) ?? []).some((part) => fundOf(block, part) !== undefined);
}

/** Names of the aggregates that a block may have. */
export function aggregateNames(block: Subject): Iterable<string> {
  return isBlock(block) ? partsOfAggregate.keys() : [];
}

/** Name of the fund whose lines a container holds; 一般公共预算 for a block that holds lines itself. */
export function fundName(container: Subject): string {
  return isBlock(container) ? defaultFund : container.name;
}

/** 支出, 基本支出 or 项目支出, as the block that a container belongs to or is. */
export function blockOf(container: Subject): Subject | undefined {
  if (isBlock(container)) return container;
  return isBlock(container.parent) ? container.parent : undefined;
}

function fundOf(block: Subject, name: string): Subject | undefined {
  return childAt(block, name) ?? (name === defaultFund && holdsLines(block) ? block : undefined);
}

/** 基本支出 { 30101 … }, in this report or in those of its units. */
function holdsLines(block: Subject): boolean {
  if (block.name === '支出') return false;
  for (const child of block.children.values()) if (child.code || child.name === '合计') return true;
  return block.base.units.some((unit) => {
    const theirs = subjectAt(unit, block.names);
    return theirs !== undefined && holdsLines(theirs);
  });
}

function isBlock(subject: Subject | undefined): boolean {
  return subject !== undefined && subject.parent === subject.base.root && blocks.has(subject.name);
}
