import {
  type ColumnNode,
  type Expression,
  expressionText,
  type RichText,
  type RowNode,
  type TablePanel,
  type TemplateNode,
  type TextNode,
  type TextPiece,
} from '@fiscal/core';

/** Blocks with some words replaced wherever they stand, holes of them too, and how often they stood there. */
export function reworded(
  nodes: readonly TemplateNode[],
  words: RichText,
  text: RichText,
): { made: TemplateNode[]; count: number } {
  const rewording = new Rewording(words, text);
  return { made: nodes.map((node) => rewording.node(node)), count: rewording.count };
}

/** The same in running text: of phrases. */
export function rewordedTexts(
  nodes: readonly TextNode[],
  words: RichText,
  text: RichText,
): { made: TextNode[]; count: number } {
  const rewording = new Rewording(words, text);
  return { made: rewording.texts(nodes), count: rewording.count };
}

/** A character, or a hole. */
type Unit = string | (TextPiece & { kind: 'hole' });

class Rewording {
  count = 0;
  private readonly words: readonly Unit[];

  constructor(
    words: RichText,
    private readonly replacement: RichText,
  ) {
    this.words = unitsOf(words);
  }

  node(node: TemplateNode): TemplateNode {
    const nodes = (inner: readonly TemplateNode[]) => inner.map((each) => this.node(each));
    switch (node.kind) {
      case 'cover':
      case 'list':
      case 'repeat':
        return { ...node, content: nodes(node.content) };
      case 'contents':
      case 'part':
      case 'section':
        return { ...node, title: this.text(node.title), content: nodes(node.content) };
      case 'choice':
        return { ...node, then: nodes(node.then), otherwise: nodes(node.otherwise) };
      case 'paragraph':
        return { ...node, content: this.texts(node.content) };
      case 'chart':
        return { ...node, title: this.text(node.title) };
      case 'table':
        return {
          ...node,
          title: this.text(node.title),
          ...(node.label && { label: this.text(node.label) }),
          panels: node.panels.map((panel) => this.panel(panel)),
          notes: node.notes.map((note) => this.texts(note)),
          ...(node.empty && { empty: this.texts(node.empty) }),
        };
      case 'markdown':
        return node;
    }
  }

  texts(nodes: readonly TextNode[]): TextNode[] {
    return nodes.map((node) => {
      if (node.kind === 'text') return { ...node, text: this.text(node.text) };
      if (node.kind === 'repeat') return { ...node, content: this.texts(node.content) };
      return { ...node, then: this.texts(node.then), otherwise: this.texts(node.otherwise) };
    });
  }

  private panel({ title, columns, rows }: TablePanel): TablePanel {
    return {
      ...(title && { title: this.text(title) }),
      columns: columns.map((column) => this.column(column)),
      rows: rows.map((row) => this.row(row)),
    };
  }

  private column(column: ColumnNode): ColumnNode {
    if (column.kind === 'column') return { ...column, header: this.text(column.header) };
    const content = column.content.map((inner) => this.column(inner));
    return column.kind === 'repeat'
      ? { ...column, content }
      : { ...column, header: this.text(column.header), content };
  }

  private row(row: RowNode): RowNode {
    const rows = (inner: readonly RowNode[]) => inner.map((each) => this.row(each));
    if (row.kind === 'repeat') return { ...row, content: rows(row.content) };
    if (row.kind === 'choice') return { ...row, then: rows(row.then), otherwise: rows(row.otherwise) };
    return { ...row, cells: row.cells.map((cell) => this.cell(cell)) };
  }

  private cell(cell: Expression): Expression {
    if (cell.kind === 'rich') return { ...cell, text: this.text(cell.text) };
    if (cell.kind !== 'text') return cell;
    const { pieces } = this.text({ pieces: [{ kind: 'text', text: cell.text }], origin: cell.origin });
    const plain = pieces.map((piece) => (piece.kind === 'text' ? piece.text : undefined));
    return plain.includes(undefined)
      ? { kind: 'rich', text: { pieces, origin: cell.origin }, origin: cell.origin }
      : { ...cell, text: plain.join('') };
  }

  private text(text: RichText): RichText {
    const units = unitsOf(text);
    const made: Unit[] = [];
    let isChanged = false;
    for (let at = 0; at < units.length; ) {
      if (this.standsAt(units, at)) {
        made.push(...unitsOf(this.replacement));
        at += this.words.length;
        this.count++;
        isChanged = true;
      } else made.push(units[at++]!);
    }
    return isChanged ? { ...text, pieces: piecesOf(made) } : text;
  }

  private standsAt(units: readonly Unit[], at: number): boolean {
    return this.words.length > 0 && this.words.every((unit, index) => isAlike(unit, units[at + index]));
  }
}

function isAlike(a: Unit, b: Unit | undefined): boolean {
  if (typeof a === 'string' || typeof b === 'string' || !b) return a === b;
  return expressionText(a.expression) === expressionText(b.expression);
}

function unitsOf({ pieces }: RichText): Unit[] {
  return pieces.flatMap((piece): Unit[] => (piece.kind === 'text' ? [...piece.text] : [piece]));
}

/** What was put together of two files has no place in one. */
function piecesOf(units: readonly Unit[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  for (const unit of units) {
    const last = pieces.at(-1);
    if (typeof unit !== 'string') pieces.push(unit);
    else if (last?.kind === 'text') pieces[pieces.length - 1] = { kind: 'text', text: last.text + unit };
    else pieces.push({ kind: 'text', text: unit });
  }
  return pieces;
}
