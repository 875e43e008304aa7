import {
  attributes,
  blocks,
  type LineKind,
  measureNamed,
  measures,
  schemaOf,
  type Subject,
  wordsOf,
} from '@fiscal/core';
import * as ast from '../generated/ast.js';
import type { Place } from './items.js';

/** The word that a detail begins with: 上年, 资金, 用途. */
export function wordOf(detail: ast.Detail): string {
  if (detail.$type === 'MoneySource') return blocks.moneySources;
  return detail.$type === 'Attribute' ? detail.attribute : detail.measure;
}

/** 自评得分 96 in the line below an indicator is that of its project, as it would be above it. */
export function isOfProjectAlone(detail: ast.Detail): boolean {
  return wordsOfKind('project').has(wordOf(detail)) && !wordsOfKind('indicator').has(wordOf(detail));
}

/**
 * The details of an item under a name of the author's own, and those of the block around it: from the first line on
 * that begins with a word that the block knows, and of which it says nothing yet.
 */
export function splitDetails(
  { details }: ast.Item | ast.ThreePublicItem,
  { subject: block, whole = '' }: Pick<Place, 'subject' | 'whole'>,
): { own: ast.Detail[]; around: ast.Detail[] } {
  const known = wordsKnownTo(block);
  const owner = block.children.get(whole) ?? block;
  const isOfBlock = (detail: ast.Detail) => known.has(wordOf(detail)) && !isSaid(owner, detail);
  const first = details.findIndex((detail) => beginsLine(detail) && isOfBlock(detail));
  if (first < 0) return { own: details, around: [] };
  const behind = details.slice(first);
  const around = behind.filter(isOfBlock);
  return { own: details.filter((detail) => !around.includes(detail)), around };
}

function beginsLine({ $cstNode: node }: ast.Detail): boolean {
  if (!node) return false;
  const { fullText } = node.root;
  const before = fullText.slice(fullText.lastIndexOf('\n', node.offset - 1) + 1, node.offset);
  return /^[\s，、；：,;:]*$/.test(before);
}

/** It would be said twice of the block: 机关运行经费 16.20 上年 15.00 { 会议费 3.00 ⏎ 上年 2.00 }. */
function isSaid(block: Subject, detail: ast.Detail): boolean {
  const word = wordOf(detail);
  if (detail.$type === 'Attribute') return block.texts.has(word) || block.attributes.has(word);
  return detail.$type !== 'MoneySource' && block.facts.has(measureNamed(word));
}

function wordsKnownTo(block: Subject): ReadonlySet<string> {
  const kind = kindOf(block);
  return kind === undefined ? noWords : wordsOfKind(kind);
}

/** What a block is of which words can be said; undefined under a name of the author's own, and of the report. */
function kindOf(block: Subject): LineKind | undefined {
  const { code, parent, names } = block;
  if (!parent) return undefined;
  if (code !== undefined) return code.startsWith('3') ? 'economic' : 'expenditure';
  if (names.length === 2 && names[0] === blocks.projects) return 'project';
  if (names.length === 2 && names[0] === blocks.units) return 'unit';
  if (!schemaOf(block)) return undefined;
  return names[0] === blocks.threePublic ? 'threePublic' : 'item';
}

const noWords: ReadonlySet<string> = new Set();
const remembered = new Map<LineKind, ReadonlySet<string>>();

function wordsOfKind(kind: LineKind): ReadonlySet<string> {
  let words = remembered.get(kind);
  if (!words) {
    const entries = [...measures, ...attributes].filter(({ offered }) => offered?.[kind] !== undefined);
    remembered.set(kind, (words = new Set(entries.flatMap(wordsOf))));
  }
  return words;
}
