import {
  compareOrigins,
  type Finding,
  newMessage,
  type Origin,
  type Range,
  relatedPlacesOf,
  type Report,
  textFindings,
} from '@fiscal/core';
import { compose } from '@fiscal/report';
import { placed } from '../place/placed.js';
import { type DocumentPlaces, documentPlaces } from '../place/source-places.js';
import type { Line, Place } from '../published/published.js';
import type { ReadDocuments } from '../read-documents.js';
import { outlineOf } from '../reading/outline.js';
import type { Reading } from '../reading/reading.js';
import { withoutFreeShares } from '../reading/right-rates.js';
import { atWord } from './at-word.js';
import { compareClaims } from './compare-claims.js';
import { compareHeadings } from './compare-headings.js';
import { compareNames } from './compare-names.js';
import { compareSentences } from './compare-sentences.js';
import { compareTables } from './compare-tables.js';
import { compareUnits } from './compare-units.js';
import { compareVerdicts } from './compare-verdicts.js';
import type { Comparison } from './comparison.js';
import { grouped } from './grouped.js';
import { suspectFacts } from './found.js';
import { ownTexts } from './own-texts.js';
import { type Printed, printedAs } from './printed.js';
import {
  correctionsIn,
  isToldBy,
  withoutConsequences,
  withoutOtherColumns,
  withoutWhatTablesLack,
} from './one-root.js';
import { putBack } from './put-back.js';

/**
 * All that is found in a published document: what was found in its source, placed where the document says it, what its
 * own sentences give, and where it is not what its template makes of its figures.
 */
export function documentFindings(
  read: ReadDocuments,
  report: Report,
  { document, inDocument }: DocumentPlaces,
  inSource: readonly Finding[],
): Finding[] {
  const { uri } = report;
  const originOf = (place: Place, from?: number, to?: number): Origin => {
    const stretch = from === undefined ? undefined : document.stretchOf(place, from, to ?? from);
    return { uri, range: stretch ?? document.rangeOf(place) ?? top };
  };
  const where = { originOf, textAt: textsOf(read) };
  const mended = putBack(read, inSource, isOfDocument);
  const placesInDocument = inDocument(report);
  const isTold = (finding: Finding) => isOfDocument(finding) && !isOfPlans(finding, read);
  const found = inSource
    .filter((finding) => isTold(finding) && (mended?.isLeft(finding) ?? true))
    .map((finding) => placed(finding, uri, placesInDocument));
  const exchanges = (mended?.exchanges ?? []).map(({ exchange, count }) => exchange.tell(count, originOf));
  const as = mended ?? { read, report };
  const places = mended && documentPlaces(mended.read);
  const all = compared(as.read, as.report, where, [...found, ...exchanges], {
    lines: places?.document.lines ?? document.lines,
    inDocument: places?.inDocument(as.report) ?? placesInDocument,
  });
  const causes = withoutOtherColumns(withoutWhatTablesLack(all, as.read.outline.tables));
  const roots = withoutConsequences(causes, as.read.reading.figures, originOf);
  return grouped(roots.map((finding) => atWord(finding, read, originOf)).sort(byPlace));
}

/** With what its own sentences give, and where it is not what its template makes of its figures. */
function compared(
  read: ReadDocuments,
  report: Report,
  where: Pick<Comparison, 'originOf' | 'textAt'>,
  found: readonly Finding[],
  { lines, inDocument }: { lines: readonly string[]; inDocument: (range: Range) => Range },
): Finding[] {
  const inTexts = textFindingsOf(read, report, where.originOf, inDocument).filter(
    (finding) => !ofSources.has(finding.rule) && !isToldBy(finding, found, lines, restsOf),
  );
  const own = [
    ...inTexts,
    ...compareNames(read.reading.otherNames, where),
    ...compareUnits(read.reading.otherUnits, read.outline, where),
  ];
  const told = withoutRepeated([...found, ...own]);
  const others = recomposed(read, report, where, told).filter(
    (finding) => !isToldBy(finding, told, lines, restsOf),
  );
  return [...told, ...withoutRepeated(others)];
}

const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** What is found in running text, which the document has whole. */
const ofTexts = /^(?:T\d\d\d|F00[123]|F010|D013|D014|C013|R015|R016|U006)$/;

/** Found in a source, and said of what the document says. */
function isOfDocument(finding: Finding): boolean {
  return !isOfTexts(finding) && !ofSources.has(finding.rule);
}

/** A budget says of nothing what it came to: that is what it is. */
function isOfPlans({ rule }: Finding, { reading }: ReadDocuments): boolean {
  return reading.isBudget === true && rule === 'M008';
}

function restsOf(finding: Finding): Origin[] {
  return relatedPlacesOf(finding).map(({ origin }) => origin);
}

function isOfTexts({ rule, data }: Finding): boolean {
  return ofTexts.test(rule) || (rule === 'D010' && data.kind === 'message' && data.code === 'placeholder');
}

/** What is told to who writes a source: which figures could be holes, what is not written, or not printed, how finely. */
const ofSources = new Set(['F007', 'D012', 'D015', 'U004']);

/** What is found in the document's own sentences; figures of the source are placed where the document has them. */
function textFindingsOf(
  { outline }: ReadDocuments,
  report: Report,
  originOf: Comparison['originOf'],
  inDocument: (range: Range) => Range,
): Finding[] {
  const { uri } = originOf({});
  const inText: Comparison['originOf'] = (place, from, to) => ({ ...originOf(place, from, to), uri: ofText });
  const found = textFindings(report, ownTexts(outline, inText));
  return found.map((finding) =>
    placed(placed(finding, report.uri, inDocument, uri), ofText, (range) => range, uri),
  );
}

/** Stands for the document while its sentences are checked with the figures of its source. */
const ofText = 'document:';

function recomposed(
  { outline, parts, reading }: ReadDocuments,
  report: Report,
  where: Pick<Comparison, 'originOf' | 'textAt'>,
  told: readonly Finding[],
): Finding[] {
  if (reading.header.template === undefined) return [];
  const printed = printedOf(reading, report);
  const wanted = outlineOf(printed.published, parts);
  const comparison: Comparison = {
    catalog: report.base.catalog,
    suspects: suspectFacts(told),
    corrections: correctionsIn(told),
    figuresIn: printed.figuresIn,
    ...where,
  };
  const sentences = outline.segments.flatMap((segment) => {
    const other = wanted.segments.find((one) => isSameSection(one, segment));
    return other ? compareSentences(segment, other, comparison) : [];
  });
  const claims = compareClaims(reading.claims, report.base, comparison);
  const verdicts = outline.segments.flatMap((segment) => compareVerdicts(segment, comparison));
  return [
    ...compareHeadings(outline, wanted, comparison),
    ...compareTables(outline, wanted, comparison),
    ...withoutSentencesOf(withoutSentencesOf(claims, verdicts), sentences),
    ...note(reading.ownWording.map((place) => where.originOf(place))),
  ];
}

/** A share that must be computed is printed so, unless what it is computed from is not known. */
function printedOf(reading: Reading, report: Report): Printed {
  const printed = printedAs(compose(report).document);
  const without = withoutFreeShares(reading, report);
  const computed = without && printedAs(compose(without).document);
  return computed && openIn(computed) <= openIn(printed) ? computed : printed;
}

function openIn({ published: { blocks } }: Printed): number {
  return blocks.filter((block) => block.kind === 'line' && block.text.includes('未填')).length;
}

/** What a claim tells of a sentence, its other words need not tell again. */
function withoutSentencesOf(claims: readonly Finding[], sentences: readonly Finding[]): Finding[] {
  const told = new Set(claims.map(({ origin }) => origin.range.start.line));
  return [...claims, ...sentences.filter(({ origin }) => !told.has(origin.range.start.line))];
}

function isSameSection(one: ReadDocuments['outline']['segments'][number], other: typeof one): boolean {
  if (one.section !== other.section) return false;
  const names = [one, other].map(({ bindings }) => JSON.stringify([...bindings.values()]));
  return names[0] === names[1];
}

/** However many sentences have the house's own words, that is one thing to know. */
function note(places: readonly Origin[]): Finding[] {
  const [first, ...others] = places;
  if (!first) return [];
  const finding = newMessage('L015', first, 'own-wording', { count: String(places.length) });
  if (finding.data.kind !== 'message' || others.length === 0) return [finding];
  return [{ ...finding, data: { ...finding.data, places: others } }];
}

function textsOf({ published }: ReadDocuments): (place: Place) => string | undefined {
  const lines = published.blocks.filter((block): block is Line => block.kind === 'line');
  const texts = new Map(lines.map(({ place, text }) => [place, text]));
  return (place) => texts.get(place);
}

/** The same rule at the same place once. */
function withoutRepeated(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, origin: { range } }) => {
    const key = `${rule} ${range.start.line} ${range.start.character}`;
    return !seen.has(key) && seen.add(key);
  });
}

function byPlace(a: Finding, b: Finding): number {
  return compareOrigins(a.origin, b.origin);
}
