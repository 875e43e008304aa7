import {
  attributes,
  checkTexts,
  type Finding,
  mayBeSaidOf,
  measures,
  messageOf,
  wordsOf,
} from '@fiscal/core';
import { describe, expect, test } from 'vitest';
import { loadText, report } from './read.js';

const figureWords = measures.filter(({ readBy }) => readBy === undefined).flatMap(wordsOf);
const textWords = attributes.flatMap(wordsOf);

/** The names that a text finding suggests in the place of a word. */
function suggested(items: string, slip: string): string[] {
  const { findings, reports } = loadText(report(items));
  const all = [...findings, ...reports.flatMap(checkTexts)];
  return all.filter((finding) => namesWord(finding, slip)).flatMap(suggestionsOf);
}

function namesWord({ data }: Finding, name: string): boolean {
  return data.kind === 'message' && data.parameters['name'] === name;
}

function suggestionsOf({ data }: Finding): readonly string[] {
  return data.kind === 'message' ? data.suggestions : [];
}

/** The word with each of its characters wrong, one after the other. */
function slips(word: string): string[] {
  return [...word].map((_, index) => `${word.slice(0, index)}某${word.slice(index + 1)}`);
}

const line = (said: string) => `支出 一般公共预算 {\n2012601 行政运行 基本 262.40 ${said}\n}`;
const project = (said: string) => `项目 档案数字化 { 执行 3 ${said} }`;
const unit = (said: string) => `单位 档案馆 事业 { ${said} }`;

const places = ['收入.事业收入', '支出.一般公共预算.合计', '收入.按科目.合计', '项目.档案数字化'];

/** Somewhere the word may be said. */
function placeOf(word: string): string {
  return places.find((path) => mayBeSaidOf(path.split('.'), undefined, word))!;
}

describe('a word of the language with one wrong character is known again', () => {
  test.each(figureWords)('%s', (word) => {
    for (const slip of slips(word)) {
      expect(suggested(line(`${slip} 2`), slip)).toContain(word);
      expect(suggested(project(`${slip} 2`), slip)).toContain(word);
      expect(suggested(unit(`${slip} 2`), slip)).toContain(word);
      expect(suggested(`收入 { 事业收入 1 ${slip} 2 }`, slip)).toContain(word);
      const asked = `${placeOf(word)}.${slip}`;
      expect(suggested(`${project('')}\n职责 "【${asked}】"`, slip), asked).toContain(word);
    }
  });

  test.each(textWords)('%s', (word) => {
    for (const slip of slips(word)) expect(suggested(line(`${slip} "甲"`), slip)).toContain(word);
  });

  test.each(['未填', '未发生', '不适用'])('%s', (word) => {
    for (const slip of slips(word)) expect(suggested(`收入 { 事业收入 ${slip} }`, slip)).toContain(word);
  });
});

test.each([
  [
    '支出 一般公共预算 { 2012601 行政运行 基本 1 调正预算 2 }',
    '「2012601 行政运行」这一行里的「调正预算」看不懂。是不是「调整预算」？',
  ],
  ['项目 甲 { 全年预箅 3 }', '「甲」里没有「全年预箅」这一项。是不是「全年预算」？'],
  ['收入 { 事来收入 1 }', '「收入」里没有「事来收入」这一项。是不是「事业收入」？'],
  ['民生支出 1', '报告里没有「民生支出」这一项。是不是「支出」「基本支出」「项目支出」？'],
])('%s', (items, message) => {
  expect(loadText(report(items)).findings.map(messageOf)).toEqual([message]);
});
