import { ExternalHyperlink, InternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Inline } from '../document/document.js';
import { isAllowedTarget } from '../document/link-target.js';
import { printable } from '../document/printable.js';
import { joinLines } from '../document/soft-breaks.js';
import { bookmarkName } from './bookmarks.js';
import { fonts } from './styles.js';

type Look = Omit<Exclude<ConstructorParameters<typeof TextRun>[0], string>, 'text' | 'children' | 'break'>;

/** Running text as runs: text never breaks a line of its own, and no control character gets into the file. */
export function runs(content: readonly Inline[], look: Look = {}): ParagraphChild[] {
  return joinLines([...content]).flatMap((inline) => runsOf(inline, look));
}

function runsOf(inline: Inline, look: Look): ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
      return textRun(inline.text, look);
    case 'figure':
      return textRun(inline.text, inline.isOpen ? { ...look, highlight: 'yellow' } : look);
    case 'strong':
      return inline.content.flatMap((part) => runsOf(part, { ...look, bold: true }));
    case 'emphasis':
      return inline.content.flatMap((part) => runsOf(part, { ...look, font: fonts.kai }));
    case 'code':
      return textRun(inline.text, { ...look, font: fonts.plain });
    case 'break':
      return [new TextRun({ ...look, break: 1 })];
    case 'link':
      return link(
        inline.target,
        inline.content.flatMap((part) => runsOf(part, { ...look, style: 'Hyperlink' })),
      );
  }
}

/** A tab or a line end inside a text is a blank: the library would make white space of its own from it. */
export function textRun(text: string, look: Look = {}): TextRun[] {
  const plain = printable(text).replace(/[\t\r\n]/g, ' ');
  return plain === '' ? [] : [new TextRun({ ...look, text: plain })];
}

function link(target: string, children: ParagraphChild[]): ParagraphChild[] {
  if (!isAllowedTarget(target)) return children;
  if (target.startsWith('#'))
    return [new InternalHyperlink({ anchor: bookmarkName(target.slice(1)), children })];
  return [new ExternalHyperlink({ link: encodeURI(printable(target)).replaceAll('%25', '%'), children })];
}
