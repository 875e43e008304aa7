import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { attributes, blocks, funds, measures, operating, personnel, wholes, wordsOf } from '@fiscal/core';
import { AstUtils, GrammarAST } from 'langium';
import { describe, expect, test } from 'vitest';
import { writtenFiles } from '../packages/language/build/vocabulary.mjs';
import { coreServices } from '../packages/language/src/parser.js';
import { keywordMeanings } from '../packages/server/src/vocabulary/keywords.zh.js';
import { allKeywords } from '../packages/vscode/build/keywords.mjs';
import { textMateGrammar } from '../packages/vscode/build/text-mate-grammar.mjs';

/**
 * A word of the language has one place, and all that must follow from it: whoever forgets something reads here in
 * which file.
 */
const root = join(import.meta.dirname, '..');
const grammarFile = 'packages/language/src/fiscal.langium';

test('what follows from the tables of words was written: npm run grammar', async () => {
  const files = (await writtenFiles()).filter(({ text, wanted }) => text !== wanted);
  expect(files.map(({ path }) => `${relative(root, path)}: npm run grammar`)).toEqual([]);
});

test.each([
  ['Measure', 'packages/core/src/vocabulary/measures.ts', measures.filter(({ readBy }) => !readBy)],
  [
    'Target',
    'packages/core/src/vocabulary/measures.ts',
    measures.filter(({ readBy }) => readBy === 'Target'),
  ],
  [
    'MoneySource',
    'packages/core/src/vocabulary/measures.ts',
    measures.filter(({ readBy }) => readBy === 'MoneySource'),
  ],
  ['Attribute', 'packages/core/src/vocabulary/attributes.ts', attributes],
])('the parser reads as %s what is in %s', (rule, file, entries) => {
  const words = entries.flatMap(wordsOf);
  const read = keywordsOf(rule);
  const lacking = words.filter((word) => !read.includes(word));
  const unknown = read.filter((word) => !words.includes(word));
  expect([
    ...lacking.map((word) => `packages/language/src/generated lacks ${word}: npm run grammar`),
    ...unknown.map((word) => `${file} lacks ${word}`),
  ]).toEqual([]);
});

test('every keyword is coloured and explained, and nothing else is', () => {
  const keywords = keywordsOf();
  expect([
    ...missing(keywords, allKeywords, 'packages/vscode/build/keywords.mjs lacks'),
    ...missing(keywords, Object.keys(keywordMeanings), 'packages/server/src/vocabulary/keywords.zh.ts lacks'),
    ...missing(
      [...allKeywords, ...Object.keys(keywordMeanings)],
      keywords,
      `${grammarFile} lacks (npm run grammar writes the words of the tables)`,
    ),
  ]).toEqual([]);
});

test('the highlighting that is checked in is that of the words: npm run grammar', () => {
  const file = 'syntaxes/fiscal.tmLanguage.json';
  const committed = JSON.parse(readFileSync(join(root, file), 'utf8'));
  expect(committed, `${file}: npm run grammar`).toEqual(JSON.parse(JSON.stringify(textMateGrammar)));
});

function missing(wanted: readonly string[], there: readonly string[], said: string): string[] {
  return [...new Set(wanted)].filter((word) => !there.includes(word)).map((word) => `${said} ${word}`);
}

/** Chinese keywords of a rule of the parser that is checked in, or of all of them. */
function keywordsOf(rule?: string): string[] {
  const { Grammar } = coreServices();
  const from = rule === undefined ? Grammar : Grammar.rules.find(({ name }) => name === rule)!;
  const nodes = AstUtils.streamAllContents(from).filter(GrammarAST.isKeyword);
  return [...new Set(nodes.map(({ value }) => value).filter((value) => /^[\u4e00-\u9fff]/.test(value)))];
}

describe('names of blocks, funds and totals', () => {
  /** Not 财政拨款, which is a measure too, nor 全部, which is a word of templates. */
  const names = [
    ...[blocks.income, blocks.expenditure, blocks.basicExpenditure, blocks.projectExpenditure],
    ...[blocks.bySubject, blocks.detail, blocks.fiscalBalance, blocks.carryOver, blocks.threePublic],
    ...[
      blocks.glossary,
      ...Object.values(funds).filter((name) => name !== funds.fiscal && name !== funds.all),
    ],
    ...[...wholes, personnel, operating],
  ];

  /** There they are tokens of the grammar, or words of a text: of messages, of reports that are made up. */
  const others =
    /^packages\/(core\/src\/vocabulary|language\/src\/(lexer|format|syntax|generated)|cli\/src\/trial\/reports)\/|\.zh\.ts$/;

  test.each(['core', 'language', 'report', 'server', 'cli'])(
    'are spelled in the vocabulary, not in %s',
    (name) => {
      const folder = join('packages', name, 'src');
      const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts'))
        .map((path) => join(folder, path))
        .filter((path) => !others.test(path));
      const spelled = files.flatMap((path) => {
        const text = readFileSync(join(root, path), 'utf8');
        return names.filter((one) => text.includes(`'${one}'`)).map((one) => `${path}: ${one}`);
      });
      expect(files.length).toBeGreaterThan(0);
      expect(spelled).toEqual([]);
    },
  );
});
