import { type Expression, type Finding, listFacts, messageOf, schemaChild } from '@fiscal/core';
import { formatText, reportKinds, skeleton, skeletonTemplates } from '@fiscal/language';
import { standardLibrary } from '@fiscal/language/editor';
import { compose, templateFindings } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { findingsOf, isWrong, loadText } from './check.js';
import { linesOf } from './composed-lines.js';

const choices = skeletonTemplates.flatMap((template) => reportKinds.map((kind) => ({ template, kind })));

/** What a department may have or not: a report without them lacks nothing. */
const optional = new Set([
  ...['单位', '项目', '名词解释', '机构设置', '内设机构'],
  ...['基本支出', '项目支出'].flatMap((block) => [`${block}.政府性基金`, `${block}.国有资本经营`]),
]);

test('every template of the library has a beginning, first the usual one', () => {
  expect([...skeletonTemplates].sort()).toEqual([...standardLibrary().templates.keys()].sort());
  expect(skeleton({ name: '甲局', year: 2024 })).toBe(
    skeleton({ name: '甲局', year: 2024, kind: reportKinds[0]!, template: skeletonTemplates[0]! }),
  );
});

describe.each(choices)('a new $kind for $template', ({ template, kind }) => {
  const text = skeleton({ name: '示例市档案局', year: 2024, kind, template });

  test('says what it is', () => {
    expect(text).toContain(`\n${kind} 示例市档案局 2024 {\n`);
    expect(text).toMatch(new RegExp(`^ +模板 +${template}$`, 'm'));
    expect(text).not.toMatch(/\$\{|\}\$/);
    const [ours, other] = kind === '部门决算' ? ['部门', '单位'] : ['单位', '部门'];
    expect(text).toMatch(new RegExp(`写本${ours}的主要职[责能]。`));
    expect(text).not.toContain(`写本${other}`);
    expect(/^ +\/\/ 单位 /m.test(text)).toBe(kind === '部门决算');
  });

  test('has nothing to say but that figures are open', () => {
    expect(told(text).filter((finding) => finding.rule !== 'M005')).toEqual([]);
  });

  test('states what the template prints, and nothing else', () => {
    const filled = filledIn(text);
    const before = composed(filled);
    const changes = changesOf(filled);
    expect(changes.length).toBeGreaterThan(50);
    expect(changes.filter(({ changed }) => composed(changed) === before).map(({ line }) => line)).toEqual([]);
  });

  test('has every block that the template prints', () => {
    const printed = blocksOf(template).filter((block) => !optional.has(block));
    expect(printed.length).toBeGreaterThan(12);
    expect(printed.filter((block) => !isWritten(text, block))).toEqual([]);
  });

  test('leaves nothing open once its open figures are filled in', () => {
    const filled = text.replaceAll('未填', '0').replace(/(自评|平均)得分( +)0/, '$1得分$2100');
    const { reports } = loadText(filled);
    const open = listFacts(reports[0]!.base).filter(
      ({ state }) => state === 'unfilled' || state === 'blocked',
    );
    expect(open.map(({ path }) => path)).toEqual([]);
    expect(
      told(filled)
        .filter(({ severity }) => severity === 'error')
        .map(messageOf),
    ).toEqual([]);
  });

  test('its commented examples are right', () => {
    const examples = withExamples(text);
    expect(examples).not.toBe(text);
    expect(formatText(examples)).toBe(examples);
    expect(told(examples).filter(isWrong).map(messageOf)).toEqual([]);
  });
});

function told(text: string): Finding[] {
  return findingsOf(loadText(text), (report) => [...templateFindings(report), ...compose(report).findings]);
}

function composed(text: string): string {
  return compose(loadText(text).reports[0]!).document.blocks.flatMap(linesOf).join('\n');
}

/** Every figure that was left open has an amount of its own. */
function filledIn(text: string): string {
  let count = 0;
  return text.replace(/^(?! *\/\/).*$/gm, (line) => line.replace(/未填/g, () => `${++count}`));
}

/** The text once for each of its amounts and each text to be written, with that one changed. */
function changesOf(text: string): { line: string; changed: string }[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) =>
    /^ *\/\/|^.*决算 .* \{$/.test(line)
      ? []
      : [...line.matchAll(/(?<= )\d{1,3}(?![\d.])|写[\u4e00-\u9fff]{2,}/g)].map(({ 0: word, index: at }) => {
          const other = /\d/.test(word) ? `${Number(word) + 1000}` : '另有说法';
          const changed = line.slice(0, at) + other + line.slice(at + word.length);
          return { line: `${line.trim()}: ${word}`, changed: lines.with(index, changed).join('\n') };
        }),
  );
}

/** 收入 · 支出.一般公共预算 · 三公经费: what the paths of a template's text begin with. */
function blocksOf(name: string): string[] {
  const template = standardLibrary().templates.get(name)!;
  const { schema } = standardLibrary();
  const phrases = new Map(template.phrases);
  const blocks = [...pathsIn(template.content, phrases)].flatMap(([first, second]) => {
    const item = first === undefined ? undefined : schemaChild(schema, first);
    if (!item) return [];
    const part = second === undefined ? undefined : schemaChild(item, second);
    // Funds and the like are written as blocks of their own; 全部 and 财政拨款 are what they come to.
    const isBlock = part?.coded !== undefined && !['全部', '财政拨款'].includes(part.name);
    return [isBlock && item.children.get(part.name) ? `${item.name}.${part.name}` : item.name];
  });
  return [...new Set(blocks)].sort();
}

/** Those of the phrases that it uses, too: each once, which takes it out of the phrases that are left. */
function* pathsIn(node: unknown, phrases: Map<string, unknown>): Generator<string[]> {
  if (typeof node !== 'object' || node === null) return;
  if (isPath(node)) yield node.segments.map(({ name }) => name);
  if ('kind' in node && node.kind === 'filter' && 'name' in node) {
    const phrase = phrases.get(node.name as string);
    phrases.delete(node.name as string);
    yield* pathsIn(phrase, phrases);
  }
  for (const part of Object.values(node)) yield* pathsIn(part, phrases);
}

function isPath(node: object): node is Extract<Expression, { kind: 'path' }> {
  return 'kind' in node && node.kind === 'path';
}

/** A block that has a line of its own, not one that follows from others. */
function isWritten(text: string, block: string): boolean {
  return new RegExp(`^ +${block.replace('.', ' ')} `, 'm').test(text);
}

/** Comments that are no sentences are examples to be taken out of their comment. */
function withExamples(text: string): string {
  return formatText(
    text.replace(/^( *)\/\/ (.*)$/gm, (line, blanks: string, words: string) =>
      /[，；：]/.test(words) ? line : blanks + words,
    ),
  );
}
