import type { Element, ElementContent, Text } from 'hast';
import { h } from 'hastscript';
import type { Differ, TextPiece } from './differ.js';
import { cellOf, columnAt, columnNames, rowNames, type RowPlace } from './table-places.js';
import { blockChildren, replaceNode, signatureOf, textNodes, textOf } from './element-text.js';

/** A place of the page where something changed, and what: 126.40 → 128.40. */
export interface MarkedChange {
  id: string;
  old: string;
  new: string;
  /** The section or table that it stands in, the row and the column. */
  where: string;
}

/** Shows in the new version of a page what the old one had, place by place; the new one is changed in place. */
export class ChangeMarker {
  readonly changes: MarkedChange[] = [];
  private readonly steps: Element[] = [];
  private heading = '';
  private caption = '';
  /** Names of the columns of the table, and of the cells of the row, of which one is being marked. */
  private columns: readonly string[] = [];
  private row: RowPlace | undefined;

  constructor(
    private readonly differ: Differ,
    /** What the ids of all marks begin with. */
    private readonly prefix: string,
    private readonly stepTitle: string,
  ) {}

  mark(old: Element, next: Element): void {
    this.enter(next);
    const [before, after] = [blockChildren(old), blockChildren(next)];
    if (before.length === 0 || after.length === 0) return this.markWords(old, next);
    let last: Element | undefined;
    for (const { old: left, new: right } of this.pairs(next, before, after)) {
      const [one, other] = [
        left === undefined ? undefined : before[left],
        right === undefined ? undefined : after[right],
      ];
      if (next.tagName === 'tr' && this.row && right !== undefined) this.row.at = right;
      if (one && other) this.mark(one, other);
      else if (other) this.markWhole(other, 'added');
      else if (one) this.insertBehind(next, last, one);
      last = other ?? one;
    }
  }

  /** Remembers where the reader is. */
  private enter(element: Element): void {
    const { tagName } = element;
    const children = blockChildren(element);
    if (/^h[1-6]$/.test(tagName)) [this.heading, this.caption, this.row] = [titleOf(element), '', undefined];
    else if (tagName === 'nav')
      [this.heading, this.caption, this.row] = [String(element.properties['ariaLabel'] ?? ''), '', undefined];
    else if (tagName === 'table') {
      const caption = children.find((child) => child.tagName === 'caption');
      [this.caption, this.row] = [caption ? captionOf(caption) : this.caption, undefined];
      this.columns = columnNames(children.find((child) => child.tagName === 'thead'));
    } else if (tagName === 'tr') this.row = { cells: children.map(cellOf), at: 0 };
    else if (tagName === 'p') [this.caption, this.row] = ['', undefined];
  }

  /** Each mark leads to the next one, the last one back to the list. */
  finish(): void {
    for (const [index, step] of this.steps.entries())
      step.properties['href'] = `#${this.changes[index + 1]?.id ?? this.prefix}`;
  }

  private pairs(parent: Element, before: readonly Element[], after: readonly Element[]) {
    // Cells are known by their columns.
    if (parent.tagName === 'tr' && before.length === after.length)
      return after.map((_, index) => ({ old: index, new: index }));
    return this.differ.align(before.map(signatureOf), after.map(signatureOf));
  }

  private markWords(old: Element, next: Element): void {
    const pieces = this.differ.words(textOf(old), textOf(next));
    if (pieces.every(({ kind }) => kind === 'same')) return;
    const nodes = textNodes(next);
    const shares = sharesOf(pieces, nodes);
    if (nodes.length === 0) next.children.push(...pieces.map(elementOf));
    for (const [index, node] of nodes.entries()) replaceNode(next, node, shares[index]!.map(elementOf));
    const join = (kind: TextPiece['kind']) =>
      pieces
        .filter((one) => one.kind === kind)
        .map(({ text }) => text)
        .join('…');
    this.note(next, join('removed'), join('added'));
  }

  private markWhole(element: Element, kind: 'added' | 'removed'): void {
    const { className = [] } = element.properties;
    element.properties['className'] = [...[className].flat().map(String), `whole-${kind}`];
    const text = textOf(element).replace(/\s+/g, ' ').trim();
    if (text !== '')
      this.note(lastLeaf(element), kind === 'removed' ? text : '', kind === 'added' ? text : '');
  }

  private insertBehind(parent: Element, last: Element | undefined, gone: Element): void {
    const at = last ? parent.children.indexOf(last) + 1 : 0;
    // Two elements of one id would make links of the page ambiguous.
    delete gone.properties['id'];
    parent.children.splice(at, 0, gone);
    this.markWhole(gone, 'removed');
  }

  private note(element: Element, old: string, next: string): void {
    const id = `${this.prefix}-${this.changes.length + 1}`;
    const step = h('a', { className: 'step', id, title: this.stepTitle }, '▸');
    element.children.push(step);
    this.steps.push(step);
    const within = this.row ? [...rowNames(this.row), this.columns[columnAt(this.row)] ?? ''] : [];
    const names = [this.caption || this.heading, ...within].filter(Boolean);
    const where = names.filter((name, at) => name !== names[at - 1]).join(' ');
    this.changes.push({ id, old, new: next, where });
  }
}

/** The title of a table without its number and its unit. */
function captionOf(caption: Element): string {
  const first = textNodes(caption).find(({ value }) => value.trim() !== '');
  return first?.value.replace(/[\s（]+$/, '').trim() ?? '';
}

function titleOf(element: Element): string {
  return textOf(element).replace(/\s+/g, ' ').trim();
}

function lastLeaf(element: Element): Element {
  const last = blockChildren(element).at(-1);
  return last ? lastLeaf(last) : element;
}

function elementOf({ kind, text }: TextPiece): ElementContent {
  if (kind === 'same') return { type: 'text', value: text };
  return h(kind === 'added' ? 'ins' : 'del', text);
}

/** The pieces that fall to each text node of the new version; what was taken out goes where it stood. */
function sharesOf(pieces: readonly TextPiece[], nodes: readonly Text[]): TextPiece[][] {
  const shares: TextPiece[][] = nodes.map(() => []);
  let at = 0;
  let room = nodes[0]?.value.length ?? 0;
  for (const { kind, text } of pieces) {
    // At the end of a node the next one begins: what was taken out of a figure stands in it.
    if (room === 0 && at + 1 < nodes.length) room = nodes[++at]!.value.length;
    if (kind === 'removed') {
      shares[at]?.push({ kind, text });
      continue;
    }
    let rest = text;
    while (rest !== '' && at < nodes.length) {
      const part = rest.slice(0, room);
      if (part !== '') shares[at]!.push({ kind, text: part });
      rest = rest.slice(part.length);
      room -= part.length;
      if (room === 0 && rest !== '') room = nodes[++at]?.value.length ?? 0;
    }
  }
  return shares;
}
