import { copyFileSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const { loadBundle, memoryOf } = createRequire(import.meta.url)('../bin/load-bundle.js');
const bundle = join(import.meta.dirname, '../dist/fiscal.cjs');

test('what the engine remembers of an older bundle is not believed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fiscal-load-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const copy = join(folder, 'fiscal.cjs');
  copyFileSync(bundle, copy);
  writeFileSync(memoryOf(copy), 'of another bundle');
  utimesSync(memoryOf(copy), 0, 0);
  expect(loadBundle(copy).run).toBeTypeOf('function');
});

test('the bundle is ASCII, as its reader takes it', () => {
  expect(readFileSync(bundle).every((byte) => byte < 0x80)).toBe(true);
});
