import { ast, normalizeName } from '@fiscal/language/editor';
import { type AstNode, AstUtils, type CstNode, GrammarUtils, type LangiumDocument } from 'langium';
import type { Examination } from '../workspace/examinations.js';
import { nameNodeOf, pathOfDeclaration, pathUpTo, schemaPath, type Target } from './target.js';

/** One place where a named thing is declared or used. */
export interface Occurrence {
  document: LangiumDocument;
  node: CstNode;
  isDeclaration: boolean;
  /** Words only: quotes are no name there. */
  isBare: boolean;
}

/** Every place of a file where a target is named, in the order of the source. */
export function* occurrencesIn(
  document: LangiumDocument,
  target: Target,
  examination: Examination,
): Generator<Occurrence> {
  for (const node of AstUtils.streamAst(document.parseResult.value))
    for (const { property, ...place } of placesIn(node, target, examination)) {
      const found =
        typeof property === 'string' ? GrammarUtils.findNodeForProperty(node.$cstNode, property) : property;
      if (found) yield { document, node: found, ...place };
    }
}

interface Place {
  property: string | CstNode;
  isDeclaration: boolean;
  isBare: boolean;
}

function placesIn(node: AstNode, target: Target, examination: Examination): Place[] {
  switch (target.kind) {
    case 'template':
      return templatePlaces(node, target.key);
    case 'rule':
      if (ast.isRule(node) && node.id === target.key) return [declared('id')];
      return (ast.isSuppression(node) || ast.isSeverityChange(node)) && node.rule === target.key
        ? [used('rule')]
        : [];
    case 'phrase':
      if (ast.isPhrase(node) && node.name === target.key) return [declared('name')];
      return ast.isFilter(node) && node.name === target.key ? [used('name')] : [];
    case 'subject':
      return subjectPlaces(node, target.key, examination);
  }
}

function templatePlaces(node: AstNode, name: string): Place[] {
  const is = (written: string | undefined) => written !== undefined && normalizeName(written) === name;
  if (ast.isTemplateUse(node) && is(node.name)) return [{ ...used('name'), isBare: false }];
  if (!ast.isTemplate(node)) return [];
  return [
    ...(is(node.name) ? [{ ...declared('name'), isBare: false }] : []),
    ...(is(node.base) ? [used('base')] : []),
  ];
}

function subjectPlaces(node: AstNode, path: string, examination: Examination): Place[] {
  if (ast.isPathName(node)) {
    const whole = AstUtils.getContainerOfType(node, ast.isPath);
    const isMeant = whole !== undefined && pathUpTo(whole, node) === path;
    const isBare = whole?.segments[0] === node;
    return isMeant ? [{ property: 'name', isDeclaration: false, isBare }] : [];
  }
  if (ast.isSchema(node) || ast.isSchemaItem(node))
    return schemaPath(node) === path ? [{ ...declared('name'), isBare: false }] : [];
  const name = nameNodeOf(node);
  const isMeant = name !== undefined && pathOfDeclaration(node, examination) === path;
  return isMeant ? [{ property: name, isDeclaration: true, isBare: false }] : [];
}

function declared(property: string): Place {
  return { property, isDeclaration: true, isBare: true };
}

function used(property: string): Place {
  return { property, isDeclaration: false, isBare: true };
}
