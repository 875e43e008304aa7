import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '..');

test('the parser that is checked in is the one of the grammar: npm run grammar', () => {
  const config = JSON.parse(readFileSync(join(root, 'langium-config.json'), 'utf8'));
  expect(filesOf(generated(config))).toEqual(filesOf(join(root, config.out)));
});

/** The folder that the generator writes for this configuration, elsewhere. */
function generated(config: { languages: { grammar: string }[] }): string {
  const folder = mkdtempSync(join(tmpdir(), 'fiscal-grammar-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const languages = config.languages.map((language) => ({
    ...language,
    grammar: relative(folder, join(root, language.grammar)),
  }));
  writeFileSync(
    join(folder, 'langium-config.json'),
    JSON.stringify({ ...config, languages, out: 'generated' }),
  );
  const generator = join(root, 'node_modules/langium-cli/bin/langium.js');
  execFileSync(process.execPath, [generator, 'generate', '--mode=production'], { cwd: folder });
  return join(folder, 'generated');
}

function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}
