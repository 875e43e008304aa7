import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, ContentsEntry } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { nestEntries, type EntryTree } from '../document/contents-tree.js';
import { words } from '../words.js';
import { inlineElements } from './inline-element.js';
import { type Marks, noMarks } from './marks.js';

type Contents = Extract<Block, { kind: 'contents' }>;

/** The contents as a navigation region of nested, linked lists. */
export function contentsElement(contents: Contents, before: Element[], marks: Marks): Element {
  const title = plainText(contents.title);
  return h('nav', { className: 'contents', ariaLabel: title || words.contents }, [
    ...(title === '' ? [] : [h('p', { className: 'contents-title' }, inlineElements(contents.title, marks))]),
    ...before,
    ...list(nestEntries(contents.entries), marks),
  ]);
}

function list(entries: EntryTree[], marks: Marks): Element[] {
  return entries.length === 0
    ? []
    : [
        h(
          'ol',
          entries.map((entry) => item(entry, marks)),
        ),
      ];
}

function item({ entry, children }: EntryTree, marks: Marks): Element {
  return h('li', [link(entry, marks), ...list(children, marks)]);
}

/** It leads to what it names, not to where its figures come from. On paper a page number stands behind it. */
function link({ target, content }: ContentsEntry, { pageOf }: Marks): Element {
  const words = inlineElements(content, noMarks);
  if (!pageOf) return h('a', { href: `#${target}` }, words);
  return h('a', { href: `#${target}`, className: 'numbered' }, [
    h('span', { className: 'leader', ariaHidden: 'true' }),
    h('span', { className: 'words' }, words),
    h('span', { className: 'page' }, pageOf(target)),
  ]);
}
