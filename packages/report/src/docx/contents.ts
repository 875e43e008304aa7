import { InternalHyperlink, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Block, ContentsEntry } from '../document/document.js';
import { bookmarkName } from './bookmarks.js';
import { fieldInstruction, fieldMark } from './fields.js';
import { runs, textRun } from './runs.js';
import { styleIds } from './styles.js';

type Contents = Extract<Block, { kind: 'contents' }>;

/** The letter by which the contents tell the marks of tables from others. */
export const tableMark = 'T';
const deepestLevel = 6;

/** What stands behind an entry until Word has counted for itself; '' where nobody knows. */
export type NumberOf = (target: string) => string;

/**
 * The contents as Word's own field, filled with what the report lists; Word writes the page numbers when it opens the
 * file. It finds headings by their styles, and tables by marks of their own, which carry their numbers.
 */
export function contentsField({ entries }: Contents, numberOf: NumberOf): Paragraph[] {
  return entries.map((entry, index) =>
    entryParagraph(entry, [
      ...(index === 0 ? opening(entries) : []),
      link(entry, numberOf(entry.target)),
      ...(index === entries.length - 1 ? [fieldMark('end')] : []),
    ]),
  );
}

/** Its title; none where the report gives none. */
export function contentsTitle({ title }: Contents): Paragraph[] {
  const children = runs(title);
  return children.length > 0 ? [new Paragraph({ style: styleIds.contentsTitle, children })] : [];
}

function entryParagraph({ level }: ContentsEntry, children: ParagraphChild[]): Paragraph {
  return new Paragraph({ style: `TOC${Math.min(level, deepestLevel)}`, children });
}

function opening(entries: readonly ContentsEntry[]): ParagraphChild[] {
  const deepest = entries.reduce((deep, { level }) => Math.max(deep, Math.min(level, deepestLevel)), 1);
  const instruction = `TOC \\o "1-${deepest}" \\f ${tableMark} \\h \\z`;
  return [fieldMark('begin', true), fieldInstruction(instruction), fieldMark('separate')];
}

function link({ target, content }: ContentsEntry, number: string): ParagraphChild {
  const anchor = bookmarkName(target);
  const page = [fieldMark('begin'), fieldInstruction(`PAGEREF ${anchor}`), fieldMark('separate')];
  const children = [...runs(content), new TextRun({ children: [new Tab()] }), ...page];
  return new InternalHyperlink({ anchor, children: [...children, ...textRun(number), fieldMark('end')] });
}
