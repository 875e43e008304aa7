import { messageOf, settingForms } from '@fiscal/core';
import { compose } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { codeWords, section, snippets } from '../packages/language/test/reference-document.js';
import { loadText } from './check.js';

const sample = snippets.find(({ info }) => info === '样例')!.body;

/** Complete files bring their own report; pieces of a template are tried on the sample. */
const templates = snippets.flatMap(({ info, body, line, language }) => {
  if (info === '模板片段')
    return [{ line, text: `模板 示例 {\n${body}}\n${sample.replace('{', '{ 模板 示例')}` }];
  return language === 'fiscal' && info === '' && body.startsWith('模板 ') ? [{ line, text: body }] : [];
});

describe('every template of the language reference composes', () => {
  test.each(templates)('line $line', ({ text }) => {
    const { reports } = loadText(text);
    const { findings } = compose(reports[0]!);
    expect(findings.map(messageOf)).toEqual([]);
  });
});

test('the table of settings names each with its default', () => {
  const rows = section('设置')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const told = rows.flatMap((row) => {
    const [names, , standard] = row.split('|').slice(1);
    const defaults = codeWords(standard!);
    return codeWords(names!).map((name, index) => [name, defaults[index]] as const);
  });
  const known = [...settingForms].map(([name, form]) => [name, form.standard || '""'] as const);
  expect(told.sort()).toEqual(known.sort());
});
