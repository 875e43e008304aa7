import { readFileSync } from 'node:fs';
import type { Finding } from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { check, saying } from './check.js';

/** The corpus states for each passage exactly what is found in it: nothing else may be, and nothing less. */
const corpus = readFileSync(new URL('fixtures/prose.txt', import.meta.url), 'utf8');

const passages = corpus
  .split('\n\n')
  .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
  .filter((lines) => lines.length > 0)
  .map(([marked = '', ...expected]) => ({ marked, expected }));

describe('prose', () => {
  test.each(passages)('$marked', ({ marked, expected }) => {
    const { found, shown } = findingsOf(marked.replace(/[⟦⟧]/g, ''));
    expect(found).toEqual(expected);
    expect(shown).toBe(marked);
  });
});

/** What is found, and the passage with the places of the findings marked. */
function findingsOf(passage: string): { found: string[]; shown: string } {
  const findings = check(reportWith(passage)).filter(({ rule }) => /^([TRF]|C013|D004|D010|U006)/.test(rule));
  return {
    found: findings.map(saying),
    shown: [...new Map(findings.map((one) => [one.origin.range.start.character, one])).values()].reduceRight(
      marked,
      passage,
    ),
  };
}

/** The passage stands alone on its line, so that a column is an offset. */
function reportWith(passage: string): string {
  const lines = '支出 一般公共预算 { 2012601 行政运行 基本 10.00 项目 5.00 }';
  return `部门决算 某局 2023 {\n${lines}\n职责 """\n${passage}\n"""\n}\n`;
}

function marked(text: string, { origin: { range } }: Finding): string {
  const { start, end } = range;
  return `${text.slice(0, start.character)}⟦${text.slice(start.character, end.character)}⟧${text.slice(end.character)}`;
}
