import { builtInRules, expressionText, type Rule, ruleTitle } from '@fiscal/core';
import { rulePage as explained } from '@fiscal/language';
import { ast, standardLibrary } from '@fiscal/language/editor';
import { AstUtils } from 'langium';
import { escapeMarkdown, paragraphs } from '../hover/markdown.js';
import type { FiscalSharedServices } from '../services.js';
import { words } from '../words.zh.js';

/** A page on a rule: one of the workspace as it is written, a standard one, or one that is built in. */
export function rulePage(id: string, shared: FiscalSharedServices): string {
  const own = ruleNode(id, shared)?.$cstNode?.text;
  if (own !== undefined) return paragraphs(`# ${escapeMarkdown(id)}`, `\`\`\`\`fiscal\n${own}\n\`\`\`\``);
  const page = explained(id);
  if (page !== undefined) return page;
  const standard = standardLibrary().rules.filter((rule) => rule.id === id);
  if (standard.length > 0) return standard.map(standardPage).join('\n\n');
  return builtInRules.has(id) ? `# ${id} ${ruleTitle(id)}` : '';
}

function standardPage({ id, title, basis, statements, when, forEach }: Rule): string {
  return paragraphs(
    `# ${id} ${escapeMarkdown(title)}`,
    basis && `${words.basis}：${escapeMarkdown(basis)}`,
    when && `${words.onlyWhen}：\`${expressionText(when)}\``,
    forEach && `${words.forEach}：\`${forEach.variable} ${words.in} ${expressionText(forEach.list)}\``,
    statements
      .map(
        ({ left, operator, right }) => `- \`${expressionText(left)} ${operator} ${expressionText(right)}\``,
      )
      .join('\n'),
  );
}

function ruleNode(id: string, { workspace }: FiscalSharedServices): ast.Rule | undefined {
  for (const { parseResult } of workspace.LangiumDocuments.all)
    for (const node of AstUtils.streamAllContents(parseResult.value))
      if (ast.isRule(node) && node.id === id) return node;
  return undefined;
}
