import { ast, normalizeName } from '@fiscal/language/editor';
import { GrammarAST, type LangiumDocument, type LeafCstNode } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import type { Hover, HoverParams, Position } from 'vscode-languageserver';
import { labelOf, resolveFact, type Subject, ownFactOf } from '@fiscal/core';
import type { FiscalServices } from '../services.js';
import { expressionAt } from '../syntax/expression-at.js';
import { leafAt, nodeAround, propertyOf } from '../syntax/leaf-at.js';
import { keywordMeanings, measureMeanings } from '../vocabulary/keywords.zh.js';
import type { Examination } from '../workspace/examinations.js';
import { codeHover } from './code-hover.js';
import { declarationHover } from './declaration-hover.js';
import { expressionHover } from './expression-hover.js';
import { figureHover, valueText } from './figure-hover.js';
import { escapeMarkdown, paragraphs } from './markdown.js';
import { ruleHover } from './rule-hover.js';

/** What stands under the pointer, told from what is known of the report as a whole. */
export class FiscalHoverProvider implements HoverProvider {
  constructor(private readonly services: FiscalServices) {}

  async getHoverContent(document: LangiumDocument, { position }: HoverParams): Promise<Hover | undefined> {
    const leaf = leafAt(document, position);
    if (!leaf) return undefined;
    const examination = await this.services.shared.fiscal.Examinations.of(document);
    const value = hoverOf(leaf, position, examination);
    return value ? { contents: { kind: 'markdown', value }, range: leaf.range } : undefined;
  }
}

function hoverOf(leaf: LeafCstNode, position: Position, examination: Examination): string | undefined {
  return (
    declarationHover(leaf, examination) ??
    figureAt(leaf, examination) ??
    expression(position, examination) ??
    codeAt(leaf, examination) ??
    ruleAt(leaf, examination) ??
    nameAt(leaf, examination) ??
    keywordAt(leaf)
  );
}

function figureAt(leaf: LeafCstNode, examination: Examination): string | undefined {
  const node = nodeAround(leaf, ast.isFigure);
  const figure = node?.$cstNode && examination.places.figureAt(node.$cstNode.range.start);
  return figure && figureHover(figure.fact, examination);
}

function expression(position: Position, examination: Examination): string | undefined {
  for (const report of examination.reports) {
    const place = expressionAt(report, examination.uri, position);
    if (place) return expressionHover(place, report, examination);
  }
  return undefined;
}

/** The code of a line, its name behind it, or the code that a project names. */
function codeAt(leaf: LeafCstNode, examination: Examination): string | undefined {
  const node = isCoded(leaf.astNode) ? leaf.astNode : undefined;
  const isNamed = ['code', 'name'].includes(propertyOf(leaf) ?? '');
  const [report] = examination.reports;
  if (!node?.code || !isNamed || !report) return undefined;
  return paragraphs(
    codeHover(report.base.catalog, normalizeName(node.code)),
    figuresOfLine(node, examination),
  );
}

type Coded = ast.Line | ast.ExpenditureLine | ast.GlossaryTerm | ast.Attribute;

function isCoded(node: unknown): node is Coded {
  return ast.isLine(node) || ast.isExpenditureLine(node) || ast.isGlossaryTerm(node) || ast.isAttribute(node);
}

function figuresOfLine(node: Coded, examination: Examination): string {
  const subject = node.$cstNode && examination.places.subjectAt(node.$cstNode.range.start);
  return subject ? figureOfSubject(subject) : '';
}

function figureOfSubject(subject: Subject): string {
  const fact = ownFactOf(subject);
  const resolved = resolveFact(fact);
  return resolved.state === 'absent' ? '' : `${escapeMarkdown(labelOf(fact))}　${valueText(fact, resolved)}`;
}

function ruleAt(leaf: LeafCstNode, { reports }: Examination): string | undefined {
  const { astNode } = leaf;
  const isRule = ast.isSuppression(astNode) || ast.isSeverityChange(astNode) || ast.isRule(astNode);
  if (!isRule || !['rule', 'id'].includes(propertyOf(leaf) ?? '')) return undefined;
  return ruleHover(
    leaf.text,
    reports.flatMap(({ rules }) => rules),
  );
}

/** The name of an item, a unit, a project: its figure, and all its relations. */
function nameAt(leaf: LeafCstNode, examination: Examination): string | undefined {
  const subject = examination.places.subjectAt(leaf.range.start);
  if (!subject || leaf.text === '{') return undefined;
  const fact = ownFactOf(subject);
  return resolveFact(fact).state === 'absent' ? undefined : figureHover(fact, examination);
}

function keywordAt(leaf: LeafCstNode): string | undefined {
  if (!GrammarAST.isKeyword(leaf.grammarSource)) return undefined;
  const meaning = (ast.isMeasure(leaf.astNode) && measureMeanings[leaf.text]) || keywordMeanings[leaf.text];
  return meaning && `**${leaf.text}**　${meaning}`;
}
