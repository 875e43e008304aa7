import type { FactBase } from '../../model/fact-base.js';
import type { Finding } from '../../findings/finding.js';
import { createScope } from '../create-scope.js';
import { type Evaluated, unwritten } from '../evaluated.js';
import { type Scope, withVariables } from '../scope.js';
import { checkBranches, checkExpression, checkText, checkTexts, repeated } from './expression-names.js';
import { checkRule } from './rule-names.js';
import { checkTable } from './table-names.js';
import type { Rule } from '../../model/rule.js';
import type { Phrase, SeriesNode, Template, TemplateNode } from '../../model/template.js';

/**
 * Names in a template that neither the report nor the language knows, in every branch: also in those that this
 * report does not take. What depends on names of an author's own (of a project, a unit) is not judged.
 */
export function unknownNames({ phrases, content, rules }: Template, base: FactBase): Finding[] {
  return unknownNamesIn(content, phrases, base, phrases, rules);
}

/** As `unknownNames`, in what may become part of a template; `known` are the phrases that it can use. */
export function unknownNamesIn(
  content: readonly TemplateNode[],
  phrases: ReadonlyMap<string, Phrase>,
  base: FactBase,
  known: ReadonlyMap<string, Phrase>,
  rules: readonly Rule[] = [],
): Finding[] {
  const findings: Finding[] = [];
  const scope = createScope(base, (finding) => findings.push(finding), { phrases: known });
  checkPhrases(phrases, scope);
  checkNodes(content, scope);
  for (const rule of rules) checkRule(rule, scope);
  return findings;
}

function checkPhrases(phrases: ReadonlyMap<string, Phrase>, scope: Scope): void {
  for (const { parameters, content, value } of phrases.values()) {
    const inner = withVariables(
      scope,
      parameters.map((name): [string, Evaluated] => [name, unwritten]),
    );
    checkTexts(content, inner);
    checkExpression(value, inner);
  }
}

function checkNodes(nodes: readonly TemplateNode[], scope: Scope): void {
  for (const node of nodes) checkNode(node, scope);
}

function checkNode(node: TemplateNode, scope: Scope): void {
  if ('title' in node) checkText(node.title, scope);
  switch (node.kind) {
    case 'paragraph':
      return checkTexts(node.content, scope);
    case 'markdown':
      return checkExpression(node.text, scope);
    case 'chart':
      return checkSeries(node.series, scope);
    case 'table':
      return checkTable(node, scope);
    case 'choice':
      return checkBranches(node, scope, checkNodes);
    case 'repeat':
      return checkNodes(node.content, repeated(node, scope));
    default:
      return checkNodes(node.content, scope);
  }
}

function checkSeries(nodes: readonly SeriesNode[], scope: Scope): void {
  for (const node of nodes) {
    if (node.kind === 'choice') checkBranches(node, scope, checkSeries);
    else if (node.kind === 'repeat') checkSeries(node.content, repeated(node, scope));
    else {
      checkText(node.label, scope);
      checkExpression(node.value, scope);
    }
  }
}
