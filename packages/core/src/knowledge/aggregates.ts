import type { Subject } from '../model/subject.js';
import { blocks, isKeptByFund } from '../vocabulary/blocks.js';
import { aggregates, defaultFund, partsOfFund } from '../vocabulary/funds.js';
import { total } from '../vocabulary/totals.js';
import { childAt, subjectAt } from './ask.js';

/** A container that adds up others of its block: 支出.财政拨款, 支出.全部. */
export function isAggregate(subject: Subject): boolean {
  return partsOfFund(subject.name).length > 0 && isBlock(subject.parent);
}

/** The block's own containers that an aggregate adds up, aggregates among them. */
export function partsOf(aggregate: Subject): Subject[] {
  const block = aggregate.parent;
  if (!block || !isAggregate(aggregate)) return [];
  return partsOfFund(aggregate.name)
    .map((name) => fundOf(block, name))
    .filter((part) => part !== undefined);
}

/** An aggregate of that name comes into being as soon as one of its parts exists. */
export function impliesAggregate(block: Subject, name: string): boolean {
  if (!isBlock(block)) return false;
  return partsOfFund(name).some((part) => fundOf(block, part) !== undefined);
}

/** Names of the aggregates that a block may have. */
export function aggregateNames(block: Subject): Iterable<string> {
  return isBlock(block) ? aggregates : [];
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
  if (block.name === blocks.expenditure) return false;
  for (const child of block.children.values()) if (child.code || child.name === total) return true;
  return block.base.units.some((unit) => {
    const theirs = subjectAt(unit, block.names);
    return theirs !== undefined && holdsLines(theirs);
  });
}

function isBlock(subject: Subject | undefined): boolean {
  return subject !== undefined && subject.parent === subject.base.root && isKeptByFund(subject.name);
}
