import { read as readWorkbook, write } from '@e965/xlsx';
import { readDocuments } from '@fiscal/read';
import { describe, expect, test, vi } from 'vitest';
import { exampleOf, publishedBytes } from './office/published.js';

vi.setConfig({ testTimeout: 120_000 });

const examples = [
  '示例县档案馆-2024/示例县档案馆-2024.fiscal',
  '上海市普陀区财政局-2024/上海市普陀区财政局-2024.fiscal',
];

async function read(name: string, bytes: Uint8Array) {
  const found = await readDocuments([{ name, bytes }]);
  return 'failures' in found ? found.failures : found;
}

describe.each(examples)('%s', (path) => {
  const { document, report } = exampleOf(path);
  const workbook = publishedBytes('xlsx', document, report);

  /** What an office saves as the format of Excel 97 to 2003. */
  const older = async () => {
    const opened = readWorkbook(await workbook, { type: 'array', cellNF: true });
    return new Uint8Array(write(opened, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
  };

  test('says in the older format of Excel what it says in today’s', async () => {
    const [now, before] = [await read('附表.xlsx', await workbook), await read('附表.xls', await older())];
    if (!('source' in now) || !('source' in before)) throw new Error('not read');
    expect(now.reading.figures.length).toBeGreaterThan(100);
    expect(before.source).toBe(now.source);
  });

  test('is read where today’s format goes by the older name', async () => {
    const [now, named] = [await read('附表.xlsx', await workbook), await read('附表.xls', await workbook)];
    expect('source' in named && named.source).toBe('source' in now && now.source);
  });

  test('broken off is one reason', async () => {
    const bytes = await older();
    for (const length of [8, 600, Math.floor(bytes.length / 2)]) {
      const found = await read('附表.xls', bytes.slice(0, length));
      if (!Array.isArray(found)) continue;
      expect(found).toEqual([expect.objectContaining({ file: '附表.xls' })]);
    }
  });
});

test('neither a workbook nor a page', async () => {
  expect(await read('附表.xls', new TextEncoder().encode('收入\t3.00'))).toEqual([
    { file: '附表.xls', reason: 'broken' },
  ]);
});
