import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publications, publish } from '@fiscal/report';
import { thisMachine } from '@fiscal/server/machine';
import { afterAll, describe, expect, test } from 'vitest';
import { plain } from '../office/document-texts.js';
import { drawing, exampleOf } from '../office/published.js';
import { contentsOf } from '../office/read-docx.js';

const folder = mkdtempSync(join(tmpdir(), 'fiscal-word-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const word = publications.filter(({ name }) => name === 'docx');
const machine = { ...thisMachine(), drawing };

describe.each([
  '示例县档案馆-2024/示例县档案馆-2024.fiscal',
  '上海市普陀区财政局-2024/上海市普陀区财政局-2024.fiscal',
])('%s as Word', (path) => {
  const { document } = exampleOf(path);

  test('names in its contents the pages on which LibreOffice has them', async () => {
    const [file] = await publish(document, 'a', word, machine);
    writeFileSync(join(folder, 'a.docx'), file!.content);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'a.docx'),
      ],
      { stdio: 'ignore' },
    );
    const text = execFileSync('pdftotext', ['-raw', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' });
    const pages = text.split('\f').map(squeezed);
    const entries = document.blocks.flatMap((block) => (block.kind === 'contents' ? block.entries : []));
    const numbers = contentsOf(file!.content as Uint8Array).map((entry) => entry.split('\t')[1]);
    expect(numbers).toHaveLength(entries.length);
    for (const [index, number] of numbers.entries()) {
      const page = pages.find((each) => each.endsWith(`—${number}—`)) ?? '';
      const heading = squeezed(plain(entries[index]!.content).replace(/^[一二三四五六七八九十]+、/, ''));
      expect(page, `${heading} on page ${number}`).toContain(heading);
    }
  });
});

test('with its page numbers it is the same twice', async () => {
  const { document } = exampleOf('示例县档案馆-2024/示例县档案馆-2024.fiscal');
  const [once] = await publish(document, 'a', word, machine);
  const [again] = await publish(document, 'a', word, machine);
  expect(Buffer.compare(once!.content as Uint8Array, again!.content as Uint8Array)).toBe(0);
});

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad]+/g, '');
}
