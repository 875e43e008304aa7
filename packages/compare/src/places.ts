import {
  blocks,
  containerLabel,
  type FactBase,
  linesOf,
  type Origin,
  pathBelow,
  pathText,
  type Subject,
  subjectLabel,
} from '@fiscal/core';
import type { Place } from './changes.js';
import type { Pair } from './pair/pairs.js';

/** Names for what two reports speak of; what is taken out of the sums of units has a root of its own. */
export class Places {
  private readonly eliminations = new Map<FactBase, string>();
  private readonly blocks = new Map<Subject, string>();

  constructor(...bases: FactBase[]) {
    for (const base of bases)
      for (const [index, one] of base.eliminations.entries())
        this.eliminations.set(one, `${blocks.elimination}${index + 1}`);
  }

  pathOf({ base, path }: Subject): string {
    const root = this.eliminations.get(base);
    if (root === undefined) return path;
    return path === '' ? root : `${root}.${path}`;
  }

  /** What stands at a pair, below it if a name is given, and where each report writes it. */
  of(pair: Pair, origins: { old?: Origin | undefined; new?: Origin | undefined } = {}): Place {
    const subject = (pair.new ?? pair.old)!;
    const path = this.pathOf(subject);
    const oldPath = pair.old && pair.new && this.pathOf(pair.old);
    const oldOrigin = origins.old ?? pair.old?.origin;
    const newOrigin = origins.new ?? pair.new?.origin;
    return {
      path,
      ...(oldPath !== undefined && oldPath !== path && { oldPath }),
      label: labelWithin(subject),
      block: this.blockOf(subject),
      ...(oldOrigin && pair.old && { oldOrigin }),
      ...(newOrigin && pair.new && { newOrigin }),
    };
  }

  /** The block that a reader looks for: 收入, 一般公共预算支出, 项目 招商引资. */
  blockOf(subject: Subject): string {
    const [top, second] = wayTo(subject);
    const root = this.eliminations.get(subject.base) ?? '';
    return [root, top ? this.labelOf(top, second) : ''].filter(Boolean).join(' ');
  }

  private labelOf(top: Subject, second: Subject | undefined): string {
    const block = second ?? top;
    let label = this.blocks.get(block);
    if (label === undefined) this.blocks.set(block, (label = blockLabel(top, second)));
    return label;
  }
}

/** The text of a path and of a measure, a text or a word behind it. */
export function below(path: string, name: string): string {
  return pathBelow(path, name);
}

function wayTo(subject: Subject): Subject[] {
  const way: Subject[] = [];
  for (let at: Subject | undefined = subject; at?.parent; at = at.parent) way.unshift(at);
  return way;
}

function blockLabel(top: Subject, second: Subject | undefined): string {
  if (!second) return top.label;
  if (top.name === blocks.projects) return `${top.label} ${second.label}`;
  if (second.name === blocks.bySubject) return `${top.label} ${second.label}`;
  const isFund = linesOf(second) !== undefined;
  return isFund && top.name.endsWith(blocks.expenditure) ? containerLabel(second) : top.label;
}

/** Inside its block a thing is called by what leads to it there. */
function labelWithin(subject: Subject): string {
  const way = wayTo(subject);
  const last = way.at(-1);
  if (!last) return '';
  if (last.code !== undefined || isTotalOfDetails(way)) {
    // The economic lines of a line are its own.
    const owner = way.slice(0, -1).findLast(({ code }) => code !== undefined);
    return owner ? `${subjectLabel(owner)} ${subjectLabel(last)}` : subjectLabel(last);
  }
  if (way[0]!.name === blocks.projects && way.length > 2) return nameOfRest(way.slice(1));
  return subjectLabel(last);
}

function isTotalOfDetails(way: readonly Subject[]): boolean {
  return way.slice(0, -1).some(({ code }) => code !== undefined);
}

/** Of an indicator 指标 is the kind, no part of a path. */
function nameOfRest([, ...way]: readonly Subject[]): string {
  const labels = way.map(({ label }) => label);
  const [first, second, ...rest] = labels;
  if (way[0]?.name !== blocks.indicators || second === undefined) return pathText(labels);
  return `${first} ${pathText([second, ...rest])}`;
}
