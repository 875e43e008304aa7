import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributes, measures, type OfferedWord, wordsOf } from '@fiscal/core';
import { AstUtils, GrammarAST } from 'langium';
import { describe, expect, test } from 'vitest';
import { coreServices } from '../../language/src/parser.js';
import { skeleton, skeletonTemplates } from '../../language/src/write/skeleton.js';
import { type Snippet, snippets } from '../../language/test/reference-document.js';
import { scopesAt, tokenize } from './tokenize.js';

const root = join(import.meta.dirname, '..', '..', '..');

describe('words are keywords, names, units and codes exactly where the lexer says so', () => {
  const seen = new Set<string>();

  test.each(sources())('$name', ({ text }) => {
    const highlighted = tokenize(text);
    const strange: string[] = [];
    for (const { type, image, line, character } of lexed(text)) {
      const scopes = scopesAt(highlighted, line, character);
      if (isKeyword(type)) seen.add(type);
      if (!isRight(type, scopes.at(-1) ?? ''))
        strange.push(`${line + 1}: ${image} is ${type}, not ${scopes.at(-1)}`);
    }
    expect(strange).toEqual([]);
  });

  test('every keyword was met', () => {
    expect(keywordsOfGrammar().filter((keyword) => !seen.has(keyword))).toEqual([]);
  });
});

test.each([
  ['注释 // 项目 12', '// 项目 12', 'comment.line.double-slash.fiscal'],
  ['用途 "甲【收入.总计 | 增减】乙"', '收入.总计', 'variable.other.path.fiscal'],
  ['用途 "甲【收入.总计 | 增减】乙"', '增减', 'entity.name.function.filter.fiscal'],
  ['用途 "甲\\【收入.总计】"', '\\【', 'constant.character.escape.fiscal'],
  ['用途 “甲“乙”【年度】”', '年度', 'variable.other.path.fiscal'],
  ['职责 """\n  ## 概况\n  """', '  ## 概况', 'markup.heading.fiscal'],
  ['职责 ”“”\n  共【年度 - 1】年\n  ”“”\n收入 {', '收入', 'keyword.control.fiscal'],
  ['总计 3,213.28 万元', '3,213.28', 'constant.numeric.fiscal'],
  ['总计 3,213.28 万元', '万元', 'keyword.other.unit.fiscal'],
  ['公开时间 2024-09-18', '2024-09-18', 'constant.numeric.date.fiscal'],
  ['因公出国（境）费 0', '因公出国（境）费', 'variable.other.path.fiscal'],
  ['“转企升规”培育 0', '“转企升规”培育', 'variable.other.path.fiscal'],
])('%j: %s is %s', (text, part, scope) => {
  expect(
    tokenize(text)
      .filter((token) => token.text === part)
      .map(({ scopes }) => scopes.at(-1)),
  ).toEqual([scope]);
});

test('a text block ends at its fence, whatever it says', () => {
  const text = '职责 """\n  收入 { 项目 "甲" // 不是注释\n  """\n收入 {\n}\n';
  expect(scopesAt(tokenize(text), 1, 3).at(-1)).toBe('meta.text-block.fiscal');
  expect(scopesAt(tokenize(text), 3, 0).at(-1)).toBe('keyword.control.fiscal');
});

// ---- what the lexer says

interface Word {
  type: string;
  image: string;
  line: number;
  character: number;
}

function lexed(text: string): Word[] {
  return coreServices()
    .parser.Lexer.tokenize(text)
    .tokens.map(({ tokenType, image, startLine, startColumn }) => ({
      type: tokenType.name,
      image,
      line: startLine! - 1,
      character: startColumn! - 1,
    }));
}

function isRight(type: string, scope: string): boolean {
  if (isKeyword(type)) return /^(keyword|constant\.language)\./.test(scope);
  if (type === 'NAME') return /^(variable|entity|constant)\./.test(scope) && !scope.includes('numeric');
  if (type === 'UNIT') return /^keyword\.other\.unit/.test(scope);
  if (type === 'CODE') return scope === 'variable.other.constant.code.fiscal';
  if (type === 'NUMBER' || type === 'DATE') return /^(constant\.numeric|variable)/.test(scope);
  if (type === 'STRING') return /^(string|entity|variable|constant|meta|punctuation)/.test(scope);
  return true;
}

function isKeyword(type: string): boolean {
  return /^[\u4e00-\u9fff]/.test(type);
}

function keywordsOfGrammar(): string[] {
  const nodes = AstUtils.streamAllContents(coreServices().Grammar).filter(GrammarAST.isKeyword);
  return [...new Set(nodes.map(({ value }) => value).filter(isKeyword))];
}

// ---- what is highlighted

/** Keywords that neither the examples nor the reference's examples happen to use. */
const rare = {
  name: 'rare words',
  text: `部门决算 某局 2023 {
  支出 一般公共预算 { 2012601 行政运行 ${linesOf(measures, '3')} ${linesOf(attributes, '"乙"')} }
  人员 { 退休 不适用 }
  忽略 X011 "已核对" 至 2024-12-31
}
模板 甲 { 表 "收入" { 列 "金额" 数字 = 收入.总计 } }
`,
};

function linesOf(table: readonly OfferedWord[], value: string): string {
  return table
    .flatMap(wordsOf)
    .filter((word) => word !== '资金')
    .map((word) => `${word} ${value}`)
    .join('  ');
}

function sources(): { name: string; text: string }[] {
  const library = fiscalFiles('packages/library/fiscal');
  return [...fiscalFiles('examples'), ...library, ...newReports(), ...referenceSnippets(), rare];
}

function newReports(): { name: string; text: string }[] {
  return skeletonTemplates.map((template) => ({
    name: `a new report for ${template}`,
    text: skeleton({ name: '甲局', year: 2024, template }),
  }));
}

function fiscalFiles(folder: string): { name: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.fiscal') && !path.includes('node_modules'))
    .map((name) => ({ name, text: readFileSync(join(root, folder, name), 'utf8') }));
}

/** The examples of the language reference; together they use every keyword. */
function referenceSnippets(): { name: string; text: string }[] {
  return snippets
    .filter(({ language }) => language === 'fiscal')
    .map((snippet) => ({ name: `reference, line ${snippet.line}`, text: completed(snippet) }));
}

function completed({ info, body }: Snippet): string {
  if (info === '片段') return `部门决算 示例局 2023 {\n${body}}\n`;
  return info === '模板片段' ? `模板 示例 {\n${body}}\n` : body;
}
