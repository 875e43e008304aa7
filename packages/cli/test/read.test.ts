import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engine } from '../src/engine.js';
import { folderWith } from './command-line.js';

const examples = join(import.meta.dirname, '../../../examples');

function example(name: string, extension: string): string {
  return readFileSync(join(examples, name, '期望', `${name}.${extension}`), 'utf8');
}

const name = '上海市普陀区财政局-2024';

test(
  'a page that was published becomes a source that is checked without an error',
  { timeout: 60_000 },
  async () => {
    const folder = folderWith({ '报告.html': example(name, 'html') });
    const read = await folder.fiscalWith({ engine }, 'read', '报告.html', '-o', '读出.fiscal');
    expect(read).toMatchObject({ code: 0, stdout: '已新建 读出.fiscal\n' });
    const checked = await folder.fiscalWith({ engine }, 'check', '读出.fiscal', '--min-severity', 'error');
    expect(checked.code).toBe(0);
  },
);

test('a published report is checked as it is, and told where it stands', { timeout: 60_000 }, async () => {
  const wrong = example(name, 'md').replaceAll('占79.49%', '占79.94%').replace('占71.65%', '占71.73%');
  const folder = folderWith({ '报告.md': wrong });
  const { code, stdout } = await folder.fiscalWith(
    { engine },
    'check',
    '报告.md',
    '--format',
    'json',
    '--min-severity',
    'error',
  );
  expect(code).toBe(1);
  const findings = JSON.parse(stdout) as { rule: string; message: string }[];
  expect(findings.map(({ rule }) => rule)).toEqual(['T002', 'R001']);
  expect(findings[0]!.message).toContain('申报 79.94%');
  expect(findings[1]!.message).toContain('申报 71.73%');
});

test('a document that cannot be read is one clear line', { timeout: 60_000 }, async () => {
  const folder = folderWith({ '报告.docx': 'words', '扫描.pdf': '%PDF-1.4' });
  expect(await folder.fiscalWith({ engine }, 'read', '报告.docx')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'fiscal: 文件损坏了，读不了：报告.docx\n',
  });
  expect(await folder.fiscalWith({ engine }, 'check', '扫描.pdf')).toMatchObject({ code: 2, stdout: '' });
  expect(folder.list()).toEqual(['扫描.pdf', '报告.docx'].sort());
});
