import { type Scope, wordTable } from '@fiscal/core';
import { ast } from '@fiscal/language/editor';
import type { AstNode } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver';
import { keywordMeanings } from '../vocabulary/keywords.zh.js';
import type { CursorPlace } from './cursor-place.js';
import { beforeFormula, followers, ruleWords, schemaOptions, templateWords } from './data-words.zh.js';
import { formulaSuggestions } from './formula-names.js';
import type { Suggestion } from './suggestion.js';

const endsWithFormulaSign = /[|.=≠<≤>≥()（）+\-*/]\s*$/;

/** What may stand in a template, a rule or a 结构 at the cursor; undefined when the block is none of them. */
export function templateSuggestions(
  { before, lead, typed }: CursorPlace,
  blocks: readonly AstNode[],
  scope: Scope,
): Suggestion[] | undefined {
  const [block] = blocks;
  const head = before[0] ?? '';
  const last = before.at(-1) ?? '';
  if (ast.isRule(block)) return formulaSuggestions(lead, scope);
  if (head === '规则' && !ast.isTemplate(block) && before.length > 2) return ruleHead(last, lead, scope);
  if (head === '结构' || ast.isSchema(block) || ast.isSchemaItem(block)) return schemaSuggestions(before);
  if (!block || !(block.$type in templateWords)) return undefined;
  if (beforeFormula.has(last) || endsWithFormulaSign.test(lead)) return formulaSuggestions(lead, scope);
  if (last === '每' || last === '行每' || last === '列每') return [];
  if (followers[last]) return followers[last].map((label) => ({ label, kind: CompletionItemKind.Value }));
  if (before.length > 0 && !/^[{}｛｝]$/.test(last)) return behindHead(head, lead + typed, scope);
  return (templateWords[block.$type] ?? []).map(keyword);
}

const behindHeads = wordTable({
  部分: ['无编号'],
  节: ['无编号'],
  表: ['表号'],
  列: ['文字', '数字'],
  每: ['于', '当', '分隔', '结尾'],
});

/** Behind the title of a node, or in the middle of its formula. */
function behindHead(head: string, line: string, scope: Scope): Suggestion[] {
  const own = behindHeads[head] ?? ['于', '当', '且', '或'];
  return [...own.map(keyword), ...formulaSuggestions(line.replace(/\S+$/, ''), scope)];
}

function ruleHead(last: string, lead: string, scope: Scope): Suggestion[] {
  if (last === '当' || last === '于') return formulaSuggestions(lead, scope);
  if (last === '级别') return followers['级别']!.map((label) => ({ label, kind: CompletionItemKind.Value }));
  return last === '每' ? [] : [...ruleWords, '于'].map(keyword);
}

function schemaSuggestions(before: readonly string[]): Suggestion[] {
  const last = before.at(-1) ?? '';
  if (last === '计量') return followers['计量']!.map((label) => ({ label, kind: CompletionItemKind.Unit }));
  return before.length === 0 || /^[{}｛｝]$/.test(last) ? [] : schemaOptions.map(keyword);
}

function keyword(label: string): Suggestion {
  return {
    label,
    kind: CompletionItemKind.Keyword,
    ...(keywordMeanings[label] && { detail: keywordMeanings[label] }),
  };
}
