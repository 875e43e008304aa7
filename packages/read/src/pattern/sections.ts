import type { RichText, TableTemplate, TemplateNode } from '@fiscal/core';
import { assume, marksOf } from './assumptions.js';
import { listedMeanings, meaningOf, phraseNames, type Reference } from './meaning.js';
import { isTelling, literal, type Pattern, wordsOfPatterns } from './pattern.js';
import {
  type Expected,
  richPatterns,
  type TextContext,
  textPatterns,
  variableOf,
  withVariable,
} from './text-patterns.js';

/** What stands below one heading of a template, without the headings below it. */
export interface SectionPattern {
  title: readonly Pattern[];
  /** 1 for a 部分, 2 … for the 节 below it. */
  depth: number;
  /** What may stand here, in order; nested headings have sections of their own. */
  content: readonly Pattern[];
  /** Texts of the author that are set in as they are. */
  insertions: readonly Reference[];
  tables: readonly SectionTable[];
  /** Printed in every report. */
  isAlways: boolean;
}

export interface SectionTable {
  table: TableTemplate;
  context: TextContext;
}

/** The sections of a template, in order; the first is what stands before any heading. */
export function sectionsOf(expected: Expected): SectionPattern[] {
  return collected(expected, true);
}

/** The same without what may stand in them, which whoever looks for headings and tables need not know. */
export function outlineSectionsOf(expected: Expected): SectionPattern[] {
  return collected(expected, false);
}

function collected(expected: Expected, hasContent: boolean): SectionPattern[] {
  const collector = new Collector(hasContent);
  const context = { expected, names: phraseNames(expected.template), given: [] };
  collector.walk(expected.template.content, context, true);
  return collector.sections;
}

interface OpenSection extends Omit<SectionPattern, 'content' | 'insertions' | 'tables'> {
  content: Pattern[];
  insertions: Reference[];
  tables: SectionTable[];
}

class Collector {
  readonly sections: OpenSection[] = [newSection([], 0, true)];
  private depth = 0;

  constructor(private readonly hasContent: boolean) {}

  walk(nodes: readonly TemplateNode[], context: TextContext, always: boolean): void {
    for (const node of nodes) this.visit(node, context, always);
  }

  private visit(node: TemplateNode, context: TextContext, always: boolean): void {
    switch (node.kind) {
      case 'part':
      case 'section':
        return this.section(node, context, always);
      case 'cover':
      case 'list':
        return this.walk(node.content, context, always);
      case 'contents':
        this.add(() => optional([paragraph(richPatterns(node.title, context))]));
        return this.walk(node.content, context, false);
      case 'paragraph':
        return this.add(() => [paragraph(textPatterns(node.content, context))]);
      case 'markdown':
        return this.insertion(node, context);
      case 'chart':
        return this.add(() => optional([paragraph(captionPatterns(node.title, context))]));
      case 'table':
        return this.table(node, context);
      case 'choice':
        return this.choice(node, context);
      case 'repeat':
        return this.repeat(node, context);
    }
  }

  private get last(): OpenSection {
    return this.sections.at(-1)!;
  }

  private add(patterns: () => Pattern[]): void {
    if (this.hasContent) this.last.content.push(...patterns());
  }

  private section(
    node: TemplateNode & { kind: 'part' | 'section' },
    context: TextContext,
    always: boolean,
  ): void {
    const outer = this.depth;
    this.depth = node.kind === 'part' ? 1 : Math.max(outer, 1) + 1;
    this.sections.push(newSection(richPatterns(node.title, context), this.depth, always));
    this.walk(node.content, context, always);
    this.depth = outer;
  }

  private insertion({ text }: TemplateNode & { kind: 'markdown' }, { names }: TextContext): void {
    const meaning = meaningOf(text, names);
    if (meaning.kind === 'reference') this.last.insertions.push(meaning.reference);
  }

  private table(table: TableTemplate, context: TextContext): void {
    this.last.tables.push({ table, context });
    this.add(() => notesOf({ table, context }).flatMap((note) => optional([note])));
  }

  /** Headings within a choice are found by themselves; what stands beside them is one way or the other. */
  private choice(node: TemplateNode & { kind: 'choice' }, context: TextContext): void {
    const ways = [node.then, node.otherwise].map((nodes, index) => {
      const own = assume(node.condition, index === 0, context.names);
      return this.within(nodes, { ...context, given: [...context.given, ...own] }, own.length > 0);
    });
    this.add(() => [{ kind: 'choice', ways }]);
  }

  private within(nodes: readonly TemplateNode[], context: TextContext, mayTell: boolean): Pattern[] {
    const before = this.sections.length;
    const { content } = this.last;
    const start = content.length;
    this.walk(nodes, context, false);
    const added = content.splice(start);
    const tells =
      mayTell && this.sections.length === before && added.length === 1 && isTellingParagraph(added[0]!);
    if (!tells) return added;
    const [only] = added;
    const words = only?.kind === 'paragraph' ? wordsOfPatterns(only.content) : '';
    return [...added, ...marksOf(context.given).map((mark): Pattern => ({ kind: 'mark', mark, words }))];
  }

  private repeat(node: TemplateNode & { kind: 'repeat' }, context: TextContext): void {
    const listed = listedMeanings(node.list, context.names);
    for (const member of listed ?? []) {
      const names = new Map([...context.names, [node.variable, member]] as const);
      const body = this.within(node.content, { ...context, names }, false);
      this.add(() => (node.condition ? optional(body) : body));
    }
    if (listed) return;
    const variable = variableOf(node.variable, meaningOf(node.list, context.names));
    const names = withVariable(context.names, variable);
    const body = this.within(node.content, { ...context, names }, false);
    if (body.length > 0) this.add(() => [{ kind: 'repeat', variable, body, separator: [], ending: [] }]);
  }
}

/** What may stand below a table, each a paragraph. */
export function notesOf({ table: { notes, empty }, context }: SectionTable): Pattern[] {
  return (empty ? [...notes, empty] : notes).map((note) => paragraph(textPatterns(note, context)));
}

function newSection(title: Pattern[], depth: number, isAlways: boolean): OpenSection {
  return { title, depth, isAlways, content: [], insertions: [], tables: [] };
}

function paragraph(content: Pattern[]): Pattern {
  return { kind: 'paragraph', content };
}

function optional(patterns: Pattern[]): Pattern[] {
  return [{ kind: 'choice', ways: [patterns, []] }];
}

function isTellingParagraph(pattern: Pattern): boolean {
  return pattern.kind === 'paragraph' && isTelling(pattern.content);
}

/** 图1：收、支决算总计变动情况图 */
function captionPatterns(title: RichText, context: TextContext): Pattern[] {
  const number: Pattern = { kind: 'hole', hole: { kind: 'figure', percent: false } };
  return [
    literal('图'),
    { kind: 'choice', ways: [[number], []] },
    literal(':'),
    ...richPatterns(title, context),
  ];
}
