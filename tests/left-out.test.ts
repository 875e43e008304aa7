import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { skeletonTemplates } from '@fiscal/language';
import { compose } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { type Files, loadText } from './check.js';
import { unfounded } from './founded.js';
import { inventions, phrasesOf } from './inventions.js';
import { Random } from '../packages/cli/src/trial/random.js';
import { innerItems, type TopItem, topItems, without } from './left-out.js';

const examples = ['攀枝花市经济和信息化局-2023', '上海市普陀区财政局-2024', '示例区文化馆-2024'];
/** Of a fund whose block is gone the income is told, a nought of a written block, which the whole one has no sentence for. */
const withoutFunds = '示例区文化馆-2024';
const templates = skeletonTemplates;

const lists = /^(单位|人员|项目|名词解释|内设机构)/;

const cases = examples.flatMap((name) =>
  templates.map((template) => {
    const text = readFileSync(join(import.meta.dirname, '..', 'examples', name, `${name}.fiscal`), 'utf8');
    return { name: `${name} · ${template}`, text: text.replace(/^ {2}模板 .*$/m, `  模板 ${template}`) };
  }),
);

describe.each(cases)('$name', { timeout: 300_000 }, ({ name, text }) => {
  const whole = phrasesOf(text);
  const items = topItems(text).filter(({ name }) => !lists.test(name));
  const inventionsWithout = (left: readonly TopItem[]) =>
    inventions(whole, phrasesOf(without(text, left))).map(
      (phrase) => `${left.map(({ name }) => name).join('、')}: ${phrase}`,
    );

  test('a block that is left out is not made up for', () => {
    expect(items.length).toBeGreaterThan(10);
    expect(items.flatMap((item) => inventionsWithout([item]))).toEqual([]);
  });

  test('nor are several', () => {
    for (let index = 0; index < 15; index++) {
      const random = Random.of(20240930, index);
      const left = random.some(items, 2 + random.below(items.length - 2));
      const found = name.startsWith(withoutFunds)
        ? unfoundedIn(without(text, left))
        : inventionsWithout(left);
      expect(found).toEqual([]);
    }
  });

  test('nor items of blocks, some of which are left out too', () => {
    const blocks = topItems(text);
    const items = innerItems(text, itemBlocks(blocks));
    expect(items.length).toBeGreaterThan(30);
    for (let index = 0; index < 10; index++) {
      const random = Random.of(20241001, index);
      const left = [
        ...random.some(blocks, random.below(4)),
        ...random.some(items, 1 + random.below(items.length)),
      ];
      expect(unfoundedIn(without(text, left))).toEqual([]);
    }
  });
});

/** Texts, and what of them stands in quotes, are no items. */
function itemBlocks(blocks: readonly TopItem[]): TopItem[] {
  return blocks.filter(({ name }) => !/^(职责|机构设置|名词解释|项目 )/.test(name));
}

function unfoundedIn(text: string, others: Files = {}): string[] {
  const [report] = loadText(text, others).reports;
  return unfounded(report!, compose(report!).document);
}

describe.each(templates)('a department with units · %s', { timeout: 300_000 }, (template) => {
  const folder = join(import.meta.dirname, '..', 'examples', '两级部门');
  const names = ['某局.fiscal', '局机关.fiscal', '信息中心.fiscal', '某局-2023.fiscal'];
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const text = files['某局.fiscal']!.replace(/^ {2}模板 .*$/m, `  模板 ${template}`);
  const whole = phrasesOf(text, files);
  const blocksOf = (name: string) => topItems(files[name]!).filter((item) => !lists.test(item.name));

  test('a block that one unit leaves out is not made up for', () => {
    const units = names.slice(1, 3);
    const found = units.flatMap((unit) =>
      blocksOf(unit).flatMap((item) => {
        const others = { ...files, [unit]: without(files[unit]!, [item]) };
        return inventions(whole, phrasesOf(text, others)).map((phrase) => `${unit} ${item.name}: ${phrase}`);
      }),
    );
    expect(found).toEqual([]);
  });

  test('nor are blocks and items of all of them', () => {
    for (let index = 0; index < 10; index++) {
      const random = Random.of(20241002, index);
      const shorter = Object.entries({ ...files, '某局.fiscal': text }).map(([name, source]) => {
        const blocks = topItems(source);
        const items = innerItems(source, itemBlocks(blocks));
        const left = [
          ...random.some(blocks, random.below(3)),
          ...random.some(items, random.below(items.length + 1)),
        ];
        return [name, without(source, left)] as const;
      });
      const others = Object.fromEntries(shorter);
      expect(unfoundedIn(others['某局.fiscal']!, others)).toEqual([]);
    }
  });
});
