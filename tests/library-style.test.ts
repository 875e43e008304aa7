import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, skeletonTemplates } from '@fiscal/language';
import { AstUtils } from 'langium';
import { describe, expect, test } from 'vitest';

/** Templates are read and adapted by others: a formula that is long has a name, and is written once. */
describe.each(skeletonTemplates)('%s', (name) => {
  const file = join(import.meta.dirname, `../packages/library/fiscal/${name}.fiscal`);
  const text = readFileSync(file, 'utf8');

  test('no line is longer than 120 characters', () => {
    expect(text.split('\n').filter((line) => line.length > 120)).toEqual([]);
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
