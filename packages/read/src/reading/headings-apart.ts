import { beginsWithNumber, matcherOf, ordinal, withoutNumber } from '../pattern/expression.js';
import { literal, type Pattern } from '../pattern/pattern.js';
import type { SectionPattern } from '../pattern/sections.js';
import type { Line } from '../published/published.js';
import { plain, readable } from '../published/readable.js';
import { bareTitle, behindBareNumber } from './bare-title.js';

/**
 * 三、收入决算情况说明2024年度本年收入 5 万元…: a heading and what stands below it on one line, where the document has that
 * heading nowhere else. Each gets a line of its own, and stands where it stood.
 */
export function withHeadingsApart(
  lines: readonly Line[],
  sections: readonly SectionPattern[],
  name: string,
): Line[] {
  const titles = sections.flatMap(({ title }) => matcherOfStart(title) ?? []);
  const headings = new GluedHeadings(titles, titlesAlone(lines, titles), plain(name));
  const apart: Line[] = [];
  const open = [...lines].reverse();
  while (open.length > 0) {
    const line = open.pop()!;
    const within = headings.within(plain(line.text));
    if (within) {
      const [before, heading, rest] = partedAt(line, within);
      if (before) apart.push(before);
      apart.push(heading);
      open.push(rest);
      continue;
    }
    apart.push(line);
    const next = open.at(-1);
    const end = next && headings.endOfCut(plain(line.text), plain(next.text));
    if (end === undefined) continue;
    const [, heading, rest] = partedAt(open.pop()!, { from: 0, to: end });
    apart.push(heading);
    open.push(rest);
  }
  return apart;
}

interface Span {
  from: number;
  to: number;
}

/** What is not known beforehand may be anything; a title that ends with that ends nowhere. */
function matcherOfStart(title: readonly Pattern[]): RegExp | undefined {
  const known = title.map((one) =>
    one.kind === 'hole' && one.hole.kind === 'known' ? literal(one.hole.text) : one,
  );
  const { expression, holes } = matcherOf(known);
  if (known.at(-1)?.kind !== 'literal' || holes.some(({ kind }) => kind !== 'name')) return undefined;
  return new RegExp(expression.source.replace(/\$$/, '').replaceAll('(.+?)', '[^,。;:]{1,40}?'));
}

/** Titles that stand on lines of their own, or on two lines, with something else below them. */
function titlesAlone(lines: readonly Line[], titles: readonly RegExp[]): Set<string> {
  const bare = lines.map(({ text }) => bareTitle(text));
  const isTitle = (text: string) => titles.some((title) => title.exec(text)?.[0] === text);
  const alone = bare.flatMap((text, index) => {
    const next = bare[index + 1] ?? '';
    if (isTitle(text)) return isTitle(next) ? [] : [text];
    return isTitle(text + next) ? [text + next] : [];
  });
  return new Set(alone);
}

const numberWithin = new RegExp(`(?<=[。;])${ordinal}`, 'g');

/** A title of fewer characters may begin any sentence, or any other title. */
const leastTitle = 6;
/** 收入决算情况说明的编制, 收入决算情况说明见附表: the sentence speaks of it. */
const goesOn = /^[的为中之,;、.)》如见及和与或是已由在经对将于]/;
/** 2024年度… · 本部门…: what a sentence begins with, and no word goes on with; or its first clause has an amount. */
const beginsSentence =
  /^(?:20\d\d年|本|我|全[年部市县区]|根据|按照|为了|截至|没有|\(|[^,。;:]{2,40}?\d(?:万元|元|%))/;
/** 机关运行经费支出情况机关运行经费支出… */
const repeated = 3;

class GluedHeadings {
  constructor(
    private readonly titles: readonly RegExp[],
    /** They stand elsewhere. */
    private readonly alone: ReadonlySet<string>,
    private readonly department: string,
  ) {}

  /** A title that begins the line, or that stands with its number behind a sentence, with what parts it from the rest. */
  within(text: string): Span | undefined {
    const later = [...text.matchAll(numberWithin)].map(({ index }) => index);
    for (const from of [0, ...later]) {
      const { words, start } = this.titleIn(text.slice(from));
      const to = from + start + words.length;
      const mark = /^[。:]/.exec(text.slice(to))?.[0].length ?? 0;
      if (to + mark < text.length && this.isHeading(words, text.slice(to), start > 0))
        return { from, to: to + mark };
    }
    return undefined;
  }

  /** Where in the second line a title ends that begins with the whole of the first one, and that something follows. */
  endOfCut(first: string, second: string): number | undefined {
    const { words, start } = this.titleIn(first + second);
    const to = start + words.length - first.length;
    if (start >= first.length || to <= 0 || to >= second.length) return undefined;
    return this.isHeading(words, second.slice(to), start > 0) ? to : undefined;
  }

  /** The longest title that a text begins with, behind its number. */
  private titleIn(text: string): { words: string; start: number } {
    const bare = withoutNumber(text);
    for (const title of [bare, ...behindBareNumber(bare)]) {
      const found = this.titles.map((one) => one.exec(title)?.[0] ?? '');
      const words = found.reduce((one, other) => (other.length > one.length ? other : one), '');
      if (words !== '') return { words, start: text.length - title.length };
    }
    return { words: '', start: 0 };
  }

  private isHeading(title: string, behind: string, isNumbered: boolean): boolean {
    if (title === '' || this.alone.has(title)) return false;
    if (/^[。:]/.test(behind)) return title.length >= leastTitle || isNumbered;
    if (goesOn.test(behind)) return false;
    if (title.length < leastTitle) return isNumbered && behind.includes('。');
    if (isNumbered || beginsSentence.test(behind) || beginsWithNumber(behind)) return true;
    return behind.startsWith(title.slice(0, repeated)) || behind.startsWith(this.department);
  }
}

/** What stands before it, the heading, and what stands behind it, each with its characters where they were. */
function partedAt(line: Line, { from, to }: Span): [Line | undefined, Line, Line] {
  const { continues, level, ...bare } = line;
  const { offsets } = readable(line.text);
  const [start, end] = [offsets[from]!, offsets[to]!];
  const blank = (length: number) => ' '.repeat(length);
  return [
    from > 0 ? { ...bare, text: line.text.slice(0, start) } : undefined,
    { ...bare, ...(level !== undefined && { level }), text: blank(start) + line.text.slice(start, end) },
    { ...bare, ...(continues && { continues }), text: blank(end) + line.text.slice(end) },
  ];
}
