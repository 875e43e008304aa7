import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReportDocument } from '../src/document/document.js';
import { type Publication, publications, publish } from '../src/publications.js';
import { table, text } from './table-builder.js';

const chart = {
  kind: 'chart' as const,
  id: '图1',
  form: 'bar' as const,
  caption: text('图1：收入'),
  unit: '万元',
};
const point = { label: text('2023年'), value: '3.00', text: '3.00' };
const document: ReportDocument = {
  title: '某局2023年度部门决算',
  language: 'zh-CN',
  blocks: [{ ...chart, points: [point] }, table('项目 | 决算数>\n收入 | 3.00')],
};

const printer = { print: async () => new Uint8Array(), close: async () => undefined };

function pretend(name: string, beside: Record<string, string>): Publication {
  const published = { content: name, beside: new Map(Object.entries(beside)) };
  return { name, title: name, remark: '', extension: name, make: async () => published };
}

describe('the list', () => {
  test.each(['name', 'title', 'extension'] as const)('has each %s once', (property) => {
    const all = publications.map((publication) => publication[property]);
    expect(all).toEqual([...new Set(all)]);
  });

  test('loads no writer before it is used', () => {
    const source = readFileSync(join(import.meta.dirname, '../src/publications.ts'), 'utf8');
    expect(source.match(/^(?:import|export) (?!type\b).* from .*$/gm)).toBeNull();
  });
});

test.each(publications)('$name is one file, and others where it says', async (publication) => {
  const files = await publish(document, '某局', [publication], { printer: async () => printer });
  const { name, extension, beside = '' } = publication;
  const own = files.filter((file) => file.publication === name);
  expect(own.map((file) => file.name)).toEqual([`某局.${extension}`]);
  const [folder, ending] = beside.split('*');
  const others = files.filter((file) => file.publication === undefined).map((file) => file.name);
  expect(others.filter((other) => !other.startsWith(folder!) || !other.endsWith(ending!))).toEqual([]);
  expect(others.length > 0).toBe(beside !== '');
});

test('what stands beside a report comes before it, and once where two reports share it', async () => {
  const formats = [pretend('one', { '1.svg': '甲', '2.svg': '乙' }), pretend('two', { '2.svg': '乙' })];
  const files = await publish(document, 'a', formats);
  expect(files.map(({ name }) => name)).toEqual(['1.svg', '2.svg', 'a.one', 'a.two']);
});
