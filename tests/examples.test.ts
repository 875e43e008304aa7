import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, messageOf } from '@fiscal/core';
import { compose, isUsual, publications, publish } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { findingsOf, isWrong, loadExample } from './check.js';

const examples = join(import.meta.dirname, '..', 'examples');
const leading = '攀枝花市经济和信息化局-2023';

/** Files that a valid report needs no more than 尾差 notes and 未检查 for. */
const valid = [
  `${leading}/${leading}.fiscal`,
  '最小/最小.fiscal',
  '示例县档案馆-2024/示例县档案馆-2024.fiscal',
  '示例区文化馆-2024/示例区文化馆-2024.fiscal',
  '两级部门/某局.fiscal',
  '两级部门/某局-2023.fiscal',
  '两级部门/局机关.fiscal',
  '两级部门/信息中心.fiscal',
];

test.each(valid)('%s has no error and no warning', (path) => {
  expect(foundIn(path).filter(isWrong).map(messageOf)).toEqual([]);
});

test('the faulty example gives its errors and warnings, each once, where it is', () => {
  const found = foundIn('原文差错/原文差错.fiscal').filter(isWrong);
  const places = found.map(({ rule, origin }) => `${rule} ${wordAt('原文差错/原文差错.fiscal', origin)}`);
  expect(places.sort()).toEqual(
    [
      'C002 其他交通费',
      'C002 其他对个人和家庭的补助支出',
      'C002 技术与开发',
      'C002 职工基本医疗报销缴费',
      'C013 一般公共服务',
      'C013 资源勘探信息等支出',
      'D008 2011350',
      'D008 2080801',
      'F001 2023年度，',
      'F001 0',
      'F010 反应',
      'T004 188.26元',
      'I0101 3650.36',
      'N1102 184.62',
      'R001 1%',
      'R001 57%',
    ].sort(),
  );
});

test('nothing beside its list is said of the faulty example', () => {
  const others = foundIn('原文差错/原文差错.fiscal').filter((finding) => !isWrong(finding));
  const places = others.map(({ rule, origin }) => `${rule} ${origin.range.start.line + 1}`);
  // One note of roundings for each block, one of what has no figures, a name that nobody confirmed, six lines that
  // neither the catalogue nor the report explains, two figures that need not have been typed.
  expect(places.sort()).toEqual([
    'C002 63',
    'D008 59',
    'D008 63',
    'D008 64',
    'D008 75',
    'D008 79',
    'D008 83',
    'F007 199',
    'F007 209',
    'M005 103',
    'U010 167',
    'U010 30',
    'U010 79',
  ]);
});

test('its roundings are notes', () => {
  const notes = foundIn('原文差错/原文差错.fiscal').filter(({ rule }) => rule === 'U010');
  const text = notes.map(messageOf).join('\n');
  for (const place of ['收入总计', '机关运行经费', '合计·项目', '无线电']) expect(text).toContain(place);
});

describe('the leading example as published', () => {
  const { reports } = loadExample(`${leading}/${leading}.fiscal`);
  const { document } = compose(reports[0]!);
  const folder = join(examples, leading, '期望');

  test('has thirteen annex tables and seven charts', () => {
    const annex = document.blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.label.flatMap((inline) => (inline.kind === 'text' ? [inline.text] : []))
        : [],
    );
    expect(annex).toEqual(
      Array.from({ length: 13 }, (_, index) => `公开${String(index + 1).padStart(2, '0')}表`),
    );
    expect(document.blocks.filter(({ kind }) => kind === 'chart')).toHaveLength(7);
  });

  test('gives the expected texts, and every format twice the same', async () => {
    for (const { name, content } of await publish(document, leading, publications.filter(isUsual)))
      expect(content).toBe(readFileSync(join(folder, name), 'utf8'));
    const everywhere = publications.filter(({ needs }) => !needs);
    const files = await publish(document, leading, everywhere);
    expect(await publish(compose(reports[0]!).document, leading, everywhere)).toEqual(files);
  });
});

function foundIn(path: string): Finding[] {
  return findingsOf(loadExample(path));
}

function wordAt(path: string, { range }: Finding['origin']): string {
  const line = readFileSync(join(examples, path), 'utf8').split('\n')[range.start.line]!;
  return line.slice(range.start.character, range.end.character);
}
