import type { Line } from '../published/published.js';
import { plain } from '../published/readable.js';
import { type Matcher, matcherOf } from '../pattern/expression.js';
import { literal } from '../pattern/pattern.js';
import type { SectionPattern } from '../pattern/sections.js';
import { bareTitle, behindBareNumber } from './bare-title.js';
import { bindingsIn, type Bindings } from './binding.js';

/** The lines below one heading of a document, with the section of the template that it names. */
export interface Segment {
  section: SectionPattern;
  /** The heading itself; none before the first. */
  heading: Line | undefined;
  /** What the heading's holes say: of which project the section is. */
  bindings: Bindings;
  lines: readonly Line[];
  /** It does not stand where the template has it. */
  isMoved?: true;
}

interface Candidate {
  line: number;
  /** Over so many lines the title runs. */
  height: number;
  section: number;
  bindings: Bindings;
  weight: number;
}

/**
 * A document cut at the headings that it has in common with the template. Most stand in the template's order; what stands
 * below one that was moved says the same.
 */
export function segmentsOf(lines: readonly Line[], sections: readonly SectionPattern[]): Segment[] {
  const candidates = candidatesIn(lines, sections);
  const inOrder = bestChain(candidates, sections);
  const moved = movedIn(candidates, inOrder);
  const chosen = [...inOrder, ...moved].sort((a, b) => a.line - b.line);
  const first: Segment = {
    section: sections[0]!,
    heading: undefined,
    bindings: new Map(),
    lines: lines.slice(0, chosen[0]?.line ?? lines.length),
  };
  return [
    first,
    ...chosen.map((one, index) => ({
      section: sections[one.section]!,
      heading: lines[one.line]!,
      bindings: one.bindings,
      lines: lines.slice(one.line + one.height, chosen[index + 1]?.line ?? lines.length),
      ...(moved.includes(one) && { isMoved: true as const }),
    })),
  ];
}

/** Headings of sections that stand nowhere in order, where the document has them once, with a text below. */
function movedIn(candidates: readonly Candidate[], inOrder: readonly Candidate[]): Candidate[] {
  const known = new Set(inOrder.map(({ section }) => section));
  const taken = new Set(inOrder.map(({ line }) => line));
  const others = candidates.filter(
    ({ section, line, weight }) => !known.has(section) && !taken.has(line) && weight >= leastOfHeading,
  );
  return others.filter(
    ({ section, line }) =>
      others.filter((one) => one.section === section).length === 1 &&
      others.filter((one) => one.line === line).length === 1,
  );
}

/** Marked as a heading and with a number before it, or with a text below it. */
const leastOfHeading = 1.75;

function candidatesIn(lines: readonly Line[], sections: readonly SectionPattern[]): Candidate[] {
  const matchers = sections.map(({ title }) => matcherOf([...title]));
  const found = lines.flatMap((_, line) => {
    const whole = titlesAt(line, lines, matchers, 1);
    return whole.length > 0 ? whole : titlesAt(line, lines, matchers, 2);
  });
  const headings = new Set(found.map(({ line }) => line));
  // Entries of a list of contents stand one below the other; a heading has a text below it.
  return found.map((one) => (headings.has(one.line + one.height) ? one : { ...one, weight: one.weight + 1 }));
}

/** Sections whose title a line is, or a line and the next one. */
function titlesAt(
  line: number,
  lines: readonly Line[],
  matchers: readonly Matcher[],
  height: number,
): Candidate[] {
  const { level } = lines[line]!;
  const parts = lines.slice(line, line + height);
  const bare = plain(parts.map(({ text }) => text).join(''));
  if (bare.length > longestHeading || parts.length < height) return [];
  const title = bareTitle(bare);
  const named = (words: string) =>
    matchers.flatMap((matcher, section): Candidate[] => {
      if (section === 0 || !matcher.expression.test(words)) return [];
      const weight = (level === undefined ? 1 : 1.5) + (words === bare ? 0 : 0.25);
      return [{ line, height, section, bindings: bindingsIn(matcher, words), weight }];
    });
  const found = named(title);
  return found.length > 0 ? found : behindBareNumber(title).flatMap(named);
}

const longestHeading = 80;

/** The headings of the greatest weight that stand in the document as they do in the template. */
function bestChain(candidates: readonly Candidate[], sections: readonly SectionPattern[]): Candidate[] {
  const best: { weight: number; before: number }[] = [];
  candidates.forEach((one, index) => {
    let choice = { weight: one.weight, before: -1 };
    for (let before = 0; before < index; before++) {
      if (!mayFollow(candidates[before]!, one, sections)) continue;
      const weight = best[before]!.weight + one.weight;
      // Of two chains of one weight the later: the list of contents comes first.
      if (weight >= choice.weight) choice = { weight, before };
    }
    best.push(choice);
  });
  let last = -1;
  best.forEach(({ weight }, index) => {
    if (last < 0 || weight >= best[last]!.weight) last = index;
  });
  const chain: Candidate[] = [];
  for (; last >= 0; last = best[last]!.before) chain.push(candidates[last]!);
  return chain.reverse();
}

function mayFollow(before: Candidate, after: Candidate, sections: readonly SectionPattern[]): boolean {
  if (before.line >= after.line) return false;
  if (before.section === after.section) return isOfList(sections[after.section]!);
  return before.section < after.section;
}

/** 专项预算项目绩效评价报告（【案.名称】项目）: as often as there are projects. */
function isOfList({ title }: SectionPattern): boolean {
  return title.some((one) => one.kind === 'hole' && one.hole.kind === 'name');
}

/** The title as it is printed where all of it is known. */
export function titleOf({ title }: SectionPattern): string {
  return title
    .map((one) =>
      one.kind === 'literal'
        ? one
        : one.kind === 'hole' && one.hole.kind === 'known'
          ? literal(one.hole.text)
          : literal('…'),
    )
    .map((one) => (one.kind === 'literal' ? one.text : ''))
    .join('');
}
