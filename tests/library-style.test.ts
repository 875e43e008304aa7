import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, skeletonTemplates } from '@fiscal/language';
import { displayWidth } from '@fiscal/language/editor';
import { AstUtils } from 'langium';
import { describe, expect, test } from 'vitest';

/** Templates are read and adapted by others: a formula that is long has a name, and is written once. */
describe.each([...skeletonTemplates, '通用'])('%s', (name) => {
  const file = join(import.meta.dirname, `../packages/library/fiscal/${name}.fiscal`);
  const text = readFileSync(file, 'utf8');

  test('no line is wider than 120 columns', () => {
    expect(text.split('\n').filter((line) => displayWidth(line) > 120)).toEqual([]);
  });

  test('no formula of more than 40 characters stands there twice', () => {
    const seen = new Map<string, number>();
    for (const node of AstUtils.streamAllContents(parse(text).value)) {
      if (!/^(Binary|Filter|Membership|Unary)$/.test(node.$type)) continue;
      const formula = node.$cstNode!.text.replace(/\s+/g, ' ');
      if (formula.length > 40) seen.set(formula, (seen.get(formula) ?? 0) + 1);
    }
    expect([...seen].filter(([, times]) => times > 1)).toEqual([]);
  });
});

/** What an author has to read to know a province: it may say more only where it says something new. */
test.each([
  ['四川', 23500],
  ['上海', 19450],
  ['重庆', 13700],
])('%s is no longer than %i characters', (name, most) => {
  const text = readFileSync(join(import.meta.dirname, `../packages/library/fiscal/${name}.fiscal`), 'utf8');
  expect([...text].length).toBeLessThanOrEqual(most);
});
