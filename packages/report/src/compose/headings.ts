import type { TemplateNode } from '@fiscal/core';
import type { Block, Inline } from '../document/document.js';
import { type Composer, type Counts, noCounts, type Place } from './composer.js';
import { numbered, richInlines } from './inlines.js';
import { numberBy } from './numbering.js';

type HeadingNode = TemplateNode & { kind: 'part' | 'section' };

/** The heading of a 部分 or 节 and the place below it. */
export function composeHeading(
  node: HeadingNode,
  place: Place,
  composer: Composer,
): { heading: Block; below: Place } {
  const isPart = node.kind === 'part';
  const counts = isPart ? composer.parts : place.counts;
  const depth = isPart ? 0 : place.depth + 1;
  const level = isPart ? 1 : Math.max(place.level, 1) + 1;
  counts.headings += 1;
  const id = isPart ? `部分-${counts.headings}` : sectionId(place.id, counts);
  const number = node.numbered ? nextNumber(counts, schemeOf(composer, depth)) : '';
  const content = richInlines(node.title, place.scope, composer.settings);
  addEntry(composer, level, id, number, content);
  const below: Place = { scope: place.scope, depth, level, id, counts: noCounts() };
  const heading: Block = { kind: 'heading', level, id, number, content, origin: node.origin };
  // 无编号, right below a part: a report of its own.
  const isOwn = level === 2 && !node.numbered && place.level === 1;
  const runsOn = isPart && composer.settings.partsRunOn;
  const how = { ...(isOwn && { startsPage: true as const }), ...(runsOn && { runsOn: true as const }) };
  return { heading: { ...heading, ...how }, below };
}

/** Entries are collected while composing; the list of contents shows those that its levels reach. */
export function addEntry(
  composer: Composer,
  level: number,
  target: string,
  number: string,
  title: Inline[],
): void {
  if (level > composer.settings.contentsLevels) return;
  const separator = number === '' || /[\p{P}\s]$/u.test(number) ? '' : ' ';
  composer.entries.push({ level, target, content: numbered(number + separator, title) });
}

/** 节-2-5-3: the third below the fifth of part two; 节-0-… where there are no parts. */
function sectionId(above: string, { headings }: Counts): string {
  const numbers = above.replace(/^[^-]*-?/, '') || '0';
  return `节-${numbers}-${headings}`;
}

function nextNumber(counts: Counts, scheme: string): string {
  counts.numbered += 1;
  return numberBy(scheme, counts.numbered);
}

function schemeOf({ settings }: Composer, depth: number): string {
  const { part, sections } = settings.numbering;
  return depth === 0 ? part : sections[Math.min(depth, sections.length) - 1]!;
}
