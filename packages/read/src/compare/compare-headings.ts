import { type Finding, newMessage } from '@fiscal/core';
import { matcherOf } from '../pattern/expression.js';
import type { SectionPattern } from '../pattern/sections.js';
import { bareTitle } from '../reading/bare-title.js';
import type { Outline } from '../reading/outline.js';
import type { Segment } from '../reading/segments.js';
import { similarity } from '../tables/similarity.js';
import type { Comparison } from './comparison.js';

/** So much alike a line is the heading in the house's own words. */
const ownWords = 0.55;
/** Of a document that lacks more of them the layout is its own. */
const mostMissing = 0.4;

/** Headings that the document does not have, or has elsewhere. */
export function compareHeadings(outline: Outline, wanted: Outline, comparison: Comparison): Finding[] {
  const places = new Map(outline.segments.map((one) => [one.section, one]));
  const known = new Set(outline.segments.flatMap(({ section, isMoved }) => (isMoved ? [] : [section])));
  const needed = wanted.segments.slice(1).filter(({ section }) => section.isAlways);
  const lacking = needed.filter(({ section }) => !known.has(section));
  if (lacking.length > mostMissing * needed.length) return [];
  const found = lacking.map(({ section, heading }) => ({
    section,
    within: withinOf(section, wanted),
    title: heading?.text ?? '',
    where: whereMoved(places.get(section)) ?? placeOf(section, bareTitle(heading?.text ?? ''), outline),
  }));
  const moved = found
    .filter(
      ({ where, within }) =>
        where?.isSame && !found.some((other) => other.section === within && other.where?.isSame),
    )
    .map(({ where, title }) =>
      newMessage('L013', comparison.originOf(where!.line.place), 'moved-heading', { found: title }),
    );
  const missing = found.flatMap(({ where, title }) => (where ? [] : [`「${title}」`]));
  const first = outline.segments.find(({ heading }) => heading)?.heading;
  const place = first ?? outline.lines[0];
  if (missing.length === 0 || !place) return moved;
  const headings = missing.join('、');
  return [newMessage('L013', comparison.originOf(place.place), 'missing-headings', { headings }), ...moved];
}

function whereMoved(segment: Segment | undefined) {
  return segment?.heading && { line: segment.heading, isSame: true };
}

/** With the heading that a section stands below its own heading was moved, too. */
function withinOf(section: SectionPattern, { segments }: Outline): SectionPattern | undefined {
  const at = segments.findIndex((one) => one.section === section);
  return segments.slice(0, at).findLast((one) => one.section.depth < section.depth)?.section;
}

/** A line that is a sentence, a note or the caption of a picture is nobody's heading. */
const noHeading = /[。；;]$|^(?:注|说明|图\s*\d+)\s*[：:]/;

/** The line that is this heading behind the document's first one, word for word or nearly. */
function placeOf({ title }: SectionPattern, words: string, { lines, segments }: Outline) {
  const { expression } = matcherOf([...title]);
  const headings = new Set(segments.map(({ heading }) => heading));
  const first = lines.findIndex((line) => headings.has(line));
  const later = lines.slice(first + 1).filter((line) => !headings.has(line) && line.text.length < 60);
  const same = later.find((line) => expression.test(bareTitle(line.text)));
  if (same) return { line: same, isSame: true };
  const like = later.find(
    ({ text }) => !noHeading.test(text.trim()) && similarity(bareTitle(text), words) >= ownWords,
  );
  return like && { line: like, isSame: false };
}
