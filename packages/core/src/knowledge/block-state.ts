import type { FactBase } from '../model/fact-base.js';
import type { Path } from '../model/path.js';
import type { Subject } from '../model/subject.js';

/**
 * absent: the report does not have the block · empty: it is written, with nothing in it · open: what stands in it is
 * left open (未填) · stated: something is said in it.
 */
export type BlockState = 'absent' | 'empty' | 'open' | 'stated';

/** How much a report says of a block: 收入, 支出.一般公共预算, 三公经费. */
export function blockState(base: FactBase, path: Path): BlockState {
  const block = base.find(path);
  if (!block) return 'absent';
  if (saysSomething(block)) return 'stated';
  if (namesSomething(block)) return 'open';
  return block.origin ? 'empty' : 'absent';
}

function saysSomething({ code, facts, texts, attributes, children }: Subject): boolean {
  // The name beside a code says no more than the code.
  const words = [...attributes.keys()].filter((name) => code === undefined || name !== '名称');
  if (texts.size > 0 || words.length > 0) return true;
  for (const { statements } of facts.values())
    if (statements.some(({ state }) => state !== 'unfilled')) return true;
  return [...children.values()].some(saysSomething);
}

/** A figure that is left open, or an item or a line that is only named. */
function namesSomething({ facts, children }: Subject): boolean {
  for (const { statements } of facts.values()) if (statements.length > 0) return true;
  return [...children.values()].some((child) => child.origin !== undefined || namesSomething(child));
}
