import {
  blocksAt,
  type FactBase,
  factsOf,
  type Path,
  pathNames,
  type Report,
  type Template,
  type TemplateNode,
} from '@fiscal/core';
import { figuresIn, type PrintedFigure } from '../document/figures-in.js';
import { compose, type Composition } from './compose.js';
import { namesIn } from './names-in.js';

/**
 * The blocks, by their names, of which a template prints something: 支出 政府性基金. A template of the library knows
 * beforehand; of others those are known that are missing where this report is composed.
 */
export function printedBlocks(report: Report, composition = () => compose(report)): ReadonlySet<string> {
  const { base, template } = report;
  const known = template?.printed?.blocks.get(base.kind);
  if (!known) return new Set(missingWherePrinted(base, composition()));
  return new Set((known.findLast(({ year }) => year <= base.year) ?? known[0])?.blocks);
}

/** What a template of the library prints is found out when it is built: its blocks on a report that says nothing. */
export const printing = {
  blocks: (empty: Report) => missingWherePrinted(empty.base, compose(empty)),
  texts: textsUnderHeadings,
  names: namesIn,
};

/** The blocks in which composing looked for lists and lines in vain, and those of figures that are left open. */
function missingWherePrinted(base: FactBase, { document, missing }: Composition): string[] {
  const open = figuresIn(document.blocks).filter(({ isOpen }) => isOpen);
  const blocks = open.flatMap(namesOf).flatMap((names) => blocksAt(base, names));
  return [...new Set([...missing, ...blocks.map((path) => path.join(' '))])];
}

/** What a figure is, or what it was computed from. */
function namesOf(figure: PrintedFigure): Path[] {
  const facts = factsOf(figure).map(({ subject }) => subject.names);
  return facts.length > 0 || figure.path === undefined ? facts : [pathNames(figure.path)];
}

/** Texts of the author without which a heading of the template has nothing below it: 职责. */
export function printedTexts(template: Template): readonly string[] {
  return template.printed?.texts ?? textsUnderHeadings(template);
}

function textsUnderHeadings({ content }: Template): string[] {
  return [...new Set(content.flatMap(textsIn))];
}

function textsIn(node: TemplateNode): string[] {
  if (node.kind !== 'part' && node.kind !== 'section') return [];
  const texts = node.content.map(textName);
  return texts.length > 0 && texts.every((name) => name !== undefined)
    ? texts
    : node.content.flatMap(textsIn);
}

/** 插入 职责 */
function textName(node: TemplateNode): string | undefined {
  if (node.kind !== 'markdown' || node.text.kind !== 'path' || node.text.segments.length !== 1)
    return undefined;
  return node.text.segments[0]!.name;
}
