import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf } from './blocks.js';
import { saying, wordsOf } from './words.js';

/** Texts that the cases are made from. */
export interface Corpus {
  /** Whole examples and the files of the library. */
  whole: readonly string[];
  /** Sources of the rules' pages, and parts of the whole ones, of at most forty lines. */
  fragments: readonly string[];
  /** Words and lines of all of them, each once. */
  words: readonly string[];
  lines: readonly string[];
}

const longestFragment = 36;

/** Gathers the corpus of a checkout. */
export function readCorpus(root: string): Corpus {
  const whole = [
    ...sourcesBelow(join(root, 'examples')),
    ...sourcesBelow(join(root, 'packages/library/fiscal')),
  ];
  const stories = sourcesOfPages(join(root, 'tests/stories'));
  const all = [...whole, ...stories];
  return {
    whole,
    fragments: [...stories, ...whole.flatMap(partsOf)],
    words: [...new Set(all.flatMap((text) => wordsIn(text)))],
    lines: [...new Set(all.flatMap((text) => text.split('\n')))].filter((line) => line.trim() !== ''),
  };
}

function sourcesBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.fiscal'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function sourcesOfPages(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/^```fiscal.*\n([^]*?)^```$/gm)])
    .map(([, source]) => source!);
}

/** The blocks of a text, each as a text of its own. */
function partsOf(text: string): string[] {
  const lines = text.split('\n');
  return blocksOf(lines)
    .filter(({ start, end }) => end - start > 1 && end - start <= longestFragment)
    .map(({ start, end }) => standingAlone(lines.slice(start, end).join('\n')));
}

function standingAlone(block: string): string {
  const [first = ''] = block.trim().split(/\s/);
  if (/^(部门决算|单位决算|模板|规则|结构)$/.test(first)) return `${block}\n`;
  if (/^(部分|节|段|图|表|每|若|列|行|列表|设置|短语|封面|无编号|栏|合计行|列组)$/.test(first))
    return `模板 甲 {\n${block}\n}\n部门决算 甲局 2023 {\n  模板 甲\n  收入 { 总计 3.00 上年 2.00 }\n}\n`;
  return `部门决算 甲局 2023 {\n${block}\n}\n`;
}

function wordsIn(text: string): string[] {
  const words = wordsOf(text);
  return saying(words).map((at) => words[at]!);
}
