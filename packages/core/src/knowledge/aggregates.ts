import type { Subject } from '../model/subject.js';

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

/** The funds that an aggregate is made of, each where it is or would be written. */
export function aggregateFunds(aggregate: Subject): Subject[] {
  const block = aggregate.parent!;
  const names = partsOfAggregate.get(aggregate.name) ?? [];
  return names.flatMap((name) => {
    const part = block.child(name);
    return partsOfAggregate.has(name) ? aggregateFunds(part) : [part];
  });
}

/** The child of that name; an aggregate comes into being as soon as one of its parts exists. */
export function aggregateChild(block: Subject, name: string): Subject | undefined {
  const existing = block.children.get(name);
  if (existing || !isBlock(block)) return existing;
  const parts = partsOfAggregate.get(name) ?? [];
  return parts.some((part) => fundOf(block, part)) ? block.child(name) : undefined;
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
  const own = aggregateChild(block, name) ?? (name === defaultFund && holdsLines(block) ? block : undefined);
  return own ?? fundOfUnits(block, name);
}

/** A fund of which only the reports of subordinate units speak. */
function fundOfUnits(block: Subject, name: string): Subject | undefined {
  for (const unit of block.base.units) {
    const theirs = unit.find(block.path);
    const fund = theirs && fundOf(theirs, name);
    if (fund) return fund === theirs ? block : block.child(name);
  }
  return undefined;
}

function holdsLines(block: Subject): boolean {
  if (block.name === '支出') return false;
  for (const child of block.children.values()) if (child.code || child.name === '合计') return true;
  return false;
}

function isBlock(subject: Subject | undefined): boolean {
  return subject !== undefined && subject.parent === subject.base.root && blocks.has(subject.name);
}
