import {
  blocksAt,
  completeReport,
  FactBase,
  factsOf,
  type Path,
  pathNames,
  type Report,
  type Template,
  type TemplateNode,
} from '@fiscal/core';
import { figuresIn, type PrintedFigure } from '../document/figures-in.js';
import { composeWith } from './compose.js';

/**
 * The blocks of which a template prints something, by their names: 支出 政府性基金. They are those that a report
 * without any content is found to lack when it is composed.
 */
export function printedBlocks(template: Template, report: Report): ReadonlySet<string> {
  // What a template says may depend on both, and on nothing that an empty report has besides.
  const key = `${report.base.kind} ${report.base.year}`;
  template.printed ??= new Map();
  let printed = template.printed.get(key);
  if (!printed) template.printed.set(key, (printed = findPrinted(template, report)));
  return printed;
}

function findPrinted(template: Template, { base, ...report }: Report): ReadonlySet<string> {
  const empty = new FactBase(base);
  empty.rules = base.rules;
  completeReport(empty);
  const found = new Set<string>();
  const add = (path: Path) => found.add(path.join(' '));
  const { document } = composeWith({ ...report, base: empty, template }, add);
  for (const figure of figuresIn(document.blocks))
    if (figure.isOpen)
      for (const names of namesOf(figure)) for (const path of blocksAt(empty, names)) add(path);
  return found;
}

/** What a figure is, or what it was computed from. */
function namesOf(figure: PrintedFigure): Path[] {
  const facts = factsOf(figure).map(({ subject }) => subject.names);
  return facts.length > 0 || figure.path === undefined ? facts : [pathNames(figure.path)];
}

/** Texts of the author without which a heading of the template has nothing below it: 职责. */
export function printedTexts({ content }: Template): string[] {
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
