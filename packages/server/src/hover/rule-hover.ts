import { builtInRules, type Rule, ruleTitle } from '@fiscal/core';
import { words } from '../words.zh.js';
import { escapeMarkdown, paragraphs } from './markdown.js';

/** What a rule checks, by its id: one written in the language, or one that is built in. */
export function ruleHover(id: string, rules: readonly Rule[]): string {
  const rule = rules.find((each) => each.id === id);
  if (rule)
    return paragraphs(
      `**${escapeMarkdown(id)}**　${escapeMarkdown(rule.title)}`,
      rule.basis && `${words.basis}：${escapeMarkdown(rule.basis)}`,
    );
  return builtInRules.has(id) ? `**${id}**　${escapeMarkdown(ruleTitle(id))}` : '';
}
