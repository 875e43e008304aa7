import { pathText, pathBelow } from '@fiscal/core';
import { ast, normalizeName } from '@fiscal/language/editor';
import { type AstNode, AstUtils, type CstNode, GrammarUtils, type LeafCstNode } from 'langium';
import { subjectOfBlock } from '../syntax/subject-of-block.js';
import { propertyOf } from '../syntax/leaf-at.js';
import type { Examination } from '../workspace/examinations.js';

/**
 * Something that has a name in several places.
 * subject: what a report speaks of, by its path · template, rule: by name · phrase: by name, in templates.
 */
export interface Target {
  kind: 'subject' | 'template' | 'rule' | 'phrase';
  /** The path of a subject, or the name. */
  key: string;
}

/** The named thing that a word of the source means, where it is declared as well as where it is used. */
export function targetOf(leaf: LeafCstNode, examination: Examination): Target | undefined {
  const { astNode } = leaf;
  const property = propertyOf(leaf) ?? '';
  return (
    usedTarget(astNode, property) ??
    (ast.isPathName(astNode) ? pathTarget(astNode) : undefined) ??
    declaredTarget(leaf, property, examination)
  );
}

function usedTarget(node: AstNode, property: string): Target | undefined {
  if (ast.isTemplateUse(node) && property === 'name') return named('template', node.name);
  if (ast.isTemplate(node) && property === 'name') return named('template', node.name);
  if (ast.isTemplate(node) && property === 'base') return named('template', node.base);
  if (ast.isRule(node) && property === 'id') return named('rule', node.id);
  if ((ast.isSuppression(node) || ast.isSeverityChange(node)) && property === 'rule')
    return named('rule', node.rule);
  if (ast.isPhrase(node) && property === 'name') return named('phrase', node.name);
  return ast.isFilter(node) && property === 'name' ? named('phrase', node.name) : undefined;
}

function named(kind: Target['kind'], name: string | undefined): Target | undefined {
  return name === undefined ? undefined : { kind, key: normalizeName(name) };
}

/** 项目.甲 of 项目.甲.执行, when the cursor stands in 甲. */
function pathTarget(segment: ast.PathName): Target | undefined {
  const path = AstUtils.getContainerOfType(segment, ast.isPath);
  return path && { kind: 'subject', key: pathUpTo(path, segment) };
}

export function pathUpTo({ segments }: ast.Path, last: ast.PathName): string {
  const names = segments.slice(0, segments.indexOf(last) + 1);
  return pathText(names.map(({ name }) => normalizeName(name ?? '')));
}

function declaredTarget(leaf: LeafCstNode, property: string, examination: Examination): Target | undefined {
  if (ast.isSchema(leaf.astNode) || ast.isSchemaItem(leaf.astNode))
    return property === 'name' ? { kind: 'subject', key: schemaPath(leaf.astNode) } : undefined;
  if (!['name', 'names', 'code'].includes(property)) return undefined;
  const node = nameNodeOf(leaf.astNode);
  if (!node || leaf.offset < node.offset || leaf.end > node.end) return undefined;
  const path = pathOfDeclaration(leaf.astNode, examination);
  return path === undefined ? undefined : { kind: 'subject', key: path };
}

/** 民生支出.教育 of 结构 民生支出 { 教育 }. */
export function schemaPath(node: ast.Schema | ast.SchemaItem): string {
  const own = normalizeName(node.name ?? '');
  const { $container } = node;
  return ast.isSchema($container) || ast.isSchemaItem($container)
    ? pathBelow(schemaPath($container), own)
    : pathText([own]);
}

/** Where a node of a report has its own name: the last of several, or the code of a line. */
export function nameNodeOf(node: AstNode): CstNode | undefined {
  if (ast.isIndicator(node)) return GrammarUtils.findNodesForProperty(node.$cstNode, 'names').at(-1);
  if (ast.isLine(node) || ast.isExpenditureLine(node))
    return GrammarUtils.findNodeForProperty(node.$cstNode, 'code');
  const isNamed = ast.isItem(node) || ast.isThreePublicItem(node) || ast.isUnit(node) || ast.isProject(node);
  return isNamed ? GrammarUtils.findNodeForProperty(node.$cstNode, 'name') : undefined;
}

/** The path by which formulas reach what a node of a report declares. */
export function pathOfDeclaration(node: AstNode, examination: Examination): string | undefined {
  const name = nameNodeOf(node);
  if (!name) return undefined;
  const places = examination.places;
  const subject = places.subjectAt(name.range.start);
  if (subject) return subject.path;
  if (!ast.isItem(node) || node.text === undefined) return undefined;
  const owner = examination.reports
    .map(({ base }) => subjectOfBlock(node.$container, base, places))
    .find((found) => found !== undefined);
  const own = normalizeName(node.name);
  return owner && pathBelow(owner.path, own);
}
