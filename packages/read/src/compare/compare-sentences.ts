import { type CatalogKind, factsOf, type Finding, newMessage } from '@fiscal/core';
import { readable, spelled } from '../published/readable.js';
import type { Segment } from '../reading/segments.js';
import { SegmentText } from '../reading/segment-text.js';
import { similarity } from '../tables/similarity.js';
import type { Comparison } from './comparison.js';
import { figuresOf } from './one-figure.js';
import { type Difference, differencesOf } from './differences.js';
import { isExplained } from './explained.js';
import { isSuspect } from './found.js';
import type { PlacedFigure } from './printed.js';
import { type Pair, pairsOf, type Sentence, sentencesIn } from './sentences.js';

/** Sentences of a section that say the contrary of what the report's figures give. */
export function compareSentences(segment: Segment, wanted: Segment, comparison: Comparison): Finding[] {
  return new SectionComparison(segment, wanted, comparison).compare();
}

/** Sentences that are less alike are not the same in other words, so that nothing can be told by single words. */
const sameForm = 0.7;

class SectionComparison {
  private readonly own: SegmentText;
  private readonly wanted: SegmentText;

  constructor(
    segment: Segment,
    wanted: Segment,
    private readonly comparison: Comparison,
  ) {
    this.own = new SegmentText(segment.lines);
    this.wanted = new SegmentText(wanted.lines);
  }

  compare(): Finding[] {
    return pairsOf(sentencesIn(this.own), sentencesIn(this.wanted)).flatMap(({ own, wanted }) =>
      wanted && inOneOrder(own.words) !== inOneOrder(wanted.words) ? this.comparePair({ own, wanted }) : [],
    );
  }

  private comparePair(pair: Pair & { wanted: Sentence }): Finding[] {
    const isOpen = /未填|写明/.test(pair.wanted.words);
    if (isOpen || formOf(pair.own.words, pair.wanted.words) < sameForm) return [];
    const differences = differencesOf(pair.own.words, pair.wanted.words);
    const wrong = differences.find((one) => this.isWrong(one, pair));
    return wrong ? [this.finding(wrong, pair)] : [];
  }

  private isWrong(difference: Difference, { wanted, own }: Pair & { wanted: Sentence }): boolean {
    const figures = this.figuresIn(wanted, difference.wanted);
    const facts = (figures.length > 0 ? figures : this.figuresIn(wanted, whole(wanted))).flatMap((one) =>
      factsOf(one.figure),
    );
    if (isSuspect(facts, this.comparison.suspects)) return false;
    const pair = figuresOf(difference);
    if (pair) {
      // A count of what is listed rests on no figure: how many there are of a kind the document may not print.
      const isOfFacts = figures.length === 1 && factsOf(figures[0]!.figure).length > 0;
      return (
        isOfFacts &&
        !isExplained(pair.own, pair.wanted, figures[0]!.figure) &&
        !isElsewhere(difference, own, wanted)
      );
    }
    return this.isOtherSubject(difference, own, wanted);
  }

  /** 个人农业生产补贴 in a list where it must be 奖励金: both are names of the classification. */
  private isOtherSubject({ own, wanted }: Difference, ownSentence: Sentence, wantedSentence: Sentence) {
    const names = [itemAround(ownSentence.words, own), itemAround(wantedSentence.words, wanted)];
    const { catalog } = this.comparison;
    const isName = (name: string, kind: CatalogKind) =>
      catalog.list(kind, '款').some((entry) => readable(entry.name).text === name);
    return (['economic', 'functional'] as const).some((kind) => names.every((name) => isName(name, kind)));
  }

  private figuresIn(sentence: Sentence, span: { from: number; to: number }): PlacedFigure[] {
    const start = this.wanted.spotAt(sentence.from + span.from);
    const end = this.wanted.spotAt(sentence.from + Math.max(span.to, span.from + 1));
    return this.comparison
      .figuresIn(start.line)
      .filter(
        ({ from, to }) => from < (end.line === start.line ? end.offset : Infinity) && to > start.offset,
      );
  }

  private finding(difference: Difference, { own, wanted }: Pair & { wanted: Sentence }): Finding {
    const said = clauseAround(own.words, difference.own);
    const meant = clauseAround(wanted.words, difference.wanted);
    return newMessage('L011', this.originOf(own.from + said.from, said.text.length), 'contrary-sentence', {
      found: spelled(said.text),
      wanted: spelled(meant.text),
    });
  }

  private originOf(from: number, length: number): Finding['origin'] {
    const start = this.own.spotAt(from);
    const end = this.own.spotAt(from + length);
    const to = end.line === start.line ? end.offset : start.line.text.length;
    return this.comparison.originOf(start.line.place, start.offset, to);
  }
}

/**
 * 支出决算 y，年初预算 x for 年初预算 x，支出决算 y: clauses in another order say the same where the figure that is missed
 * here stands elsewhere in the sentence, with as many others.
 */
function isElsewhere(difference: Difference, own: Sentence, wanted: Sentence): boolean {
  const said = figuresIn(own.words);
  return (
    itemAround(own.words, difference.own) !== itemAround(wanted.words, difference.wanted) &&
    figuresIn(wanted.words).join() === said.join()
  );
}

/** All figures of a sentence, in the order of their size as they are written. */
function figuresIn(words: string): string[] {
  return (words.match(/\d[\d,]*(?:\.\d+)?%?/g) ?? []).map((figure) => figure.replaceAll(',', '')).sort();
}

/** A list says the same in any order. */
function inOneOrder(words: string): string {
  return words.includes('、')
    ? words
        .split(/[、,;:]|等$/)
        .sort()
        .join('、')
    : words;
}

function whole({ words }: Sentence) {
  return { from: 0, to: words.length };
}

/** How far two sentences have the same words, whatever their figures. */
function formOf(own: string, wanted: string): number {
  const [a, b] = [own, wanted].map((words) => words.replace(/\d[\d,]*(?:\.\d+)?%?/g, '0'));
  return similarity(a!, b!);
}

function itemAround(words: string, { from, to }: { from: number; to: number }): string {
  const before = /[^、,;:。]*$/.exec(words.slice(0, from))?.[0] ?? '';
  const after = /^[^、,;:。]*/.exec(words.slice(to))?.[0] ?? '';
  return before + words.slice(from, to) + after;
}

/** From mark to mark: what says something by itself. */
function clauseAround(words: string, { from, to }: { from: number; to: number }) {
  const start = words.slice(0, from).search(/[^,;:]*$/);
  const after = /^[^,;:]*/.exec(words.slice(to))?.[0] ?? '';
  return { text: words.slice(start, to) + after, from: start };
}
