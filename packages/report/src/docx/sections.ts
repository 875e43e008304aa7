import {
  AlignmentType,
  Footer,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { Block } from '../document/document.js';
import { layOutTable, type Paper } from '../table-layout/table-layout.js';
import { pageOf, twips } from './page.js';
import { styleIds } from './styles.js';

/** Blocks that stand on pages of one kind. */
export interface Pages {
  role: 'cover' | 'contents' | 'text';
  paper: Paper;
  blocks: Block[];
}

/** Cover and contents stand apart; a wide table lies on paper of its own, with the headings right before it. */
export function pagesOf(blocks: readonly Block[]): Pages[] {
  const pages: Pages[] = [];
  let headings: Block[] = [];
  const place = (role: Pages['role'], paper: Paper, placed: Block[]) => {
    const last = pages.at(-1);
    if (last?.role === role && last.paper === paper) last.blocks.push(...placed);
    else pages.push({ role, paper, blocks: placed });
  };
  for (const block of blocks) {
    if (block.kind === 'cover' || block.kind === 'contents') place(block.kind, 'portrait', [block]);
    else if (block.kind === 'heading') headings.push(block);
    else {
      const paper = block.kind === 'table' ? layOutTable(block).paper : 'portrait';
      const isApart =
        paper !== 'portrait' && headings.some(({ kind }, index) => kind === 'heading' && index > 0);
      place('text', isApart ? 'portrait' : paper, isApart ? headings.splice(0, headings.length - 1) : []);
      place('text', paper, [...headings, block]);
      headings = [];
    }
  }
  if (headings.length > 0) place('text', pages.at(-1)?.paper ?? 'portrait', headings);
  return pages.filter((each) => each.blocks.length > 0);
}

/** Page numbers count from part one: cover and contents have none. */
export function sectionOptions(
  { role, paper }: Pages,
  isFirstOfText: boolean,
): Omit<ISectionOptions, 'children'> {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: { ...pageOf(paper, role === 'cover'), ...(isFirstOfText && { pageNumbers: { start: 1 } }) },
    },
    ...(isFirstOfText && { footers: { default: footer('odd'), even: footer('even') } }),
  };
}

/** — 1 — on the outer side, one character from the edge of the text. */
function footer(side: 'odd' | 'even'): Footer {
  const inset = twips(14);
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.pageNumber,
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: inset } : { left: inset },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}
