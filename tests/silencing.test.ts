import { expect, test } from 'vitest';
import { folderWith } from '../packages/cli/test/command-line.js';
import { engine } from '../packages/cli/src/engine.js';
import { secondFile, secondTold, silencingInputs } from './silencing-inputs.js';

interface Told {
  uri: string;
  rule: string;
  severity: string;
  range: { start: { line: number; character: number } };
}

test.each(silencingInputs)('$name, checked with a second file', async ({ text, told }) => {
  const files = { 'a.fiscal': text, 'b.fiscal': secondFile, '2022.txt': '机密一行\n' };
  const { fiscalWith } = folderWith(files);
  const { stdout, stderr, code } = await fiscalWith(
    { engine },
    'check',
    '--format',
    'json',
    'a.fiscal',
    'b.fiscal',
  );
  expect({ stderr, code }).toEqual({ stderr: '', code: 1 });
  const found = JSON.parse(stdout) as Told[];
  const of = (name: string) =>
    found
      .filter(
        ({ uri, severity }) => uri.endsWith(`/${name}`) && (severity === 'error' || severity === 'warning'),
      )
      .map(({ rule, range: { start } }) => `${start.line + 1}:${start.character + 1} ${rule}`);
  expect(of('a.fiscal')).toEqual(told);
  expect(of('b.fiscal')).toEqual(secondTold);
  expect(found.filter(({ uri }) => !/\/[ab]\.fiscal$/.test(uri))).toEqual([]);
  expect(stdout).not.toContain('机密');
});
