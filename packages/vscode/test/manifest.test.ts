import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatWithin } from '@fiscal/language/editor';
import { levelKeys, outputKeys, projectKeys } from '@fiscal/language/project';
import { projectSchema } from '../build/project-schema.mjs';
import { describe, expect, test } from 'vitest';
import { chinese } from '../src/messages/chinese.js';
import { english } from '../src/messages/english.js';

const folder = join(import.meta.dirname, '..');
const manifest = readJson('package.json');
const { contributes } = manifest;

describe('words', () => {
  const used = [...readText('package.json').matchAll(/%([\w.]+)%/g)].map(([, key]) => key!);

  test.each(['package.nls.json', 'package.nls.en.json'])(
    '%s has every word of the manifest, and no other',
    (file) => {
      expect(Object.keys(readJson(file)).sort()).toEqual([...new Set(used)].sort());
    },
  );

  test('every setting and command is described in Chinese', () => {
    const words = readJson('package.nls.json');
    const described = Object.entries<string>(words).filter(([key]) => /^(setting|command)\./.test(key));
    expect(described.filter(([, text]) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
    for (const setting of Object.values<{ description: string }>(contributes.configuration.properties))
      expect(setting.description).toMatch(/^%setting\.\w+%$/);
  });

  test('what is said while running is said in both languages', () => {
    expect(Object.keys(english)).toEqual(Object.keys(chinese));
    expect(Object.keys(english.relationsPage)).toEqual(Object.keys(chinese.relationsPage));
  });
});

test('every command is declared and registered', () => {
  const source = readText('src/commands/register-commands.ts');
  const registered = [...source.matchAll(/registerCommand\('([\w.]+)'/g)].map(([, name]) => name!);
  const declared = contributes.commands.map(({ command }: { command: string }) => command);
  expect(registered.sort()).toEqual(declared.sort());
});

test('every file that the manifest names is there', () => {
  const grammar = '../../syntaxes/fiscal.tmLanguage.json';
  const named = [
    ...readText('package.json').matchAll(/"(?:\.\/)?((?:icons|walkthrough)\/[^"]+|[\w-]+\.json)"/g),
  ];
  const files = [...named.map(([, file]) => file!), grammar];
  expect(files.length).toBeGreaterThan(8);
  expect(files.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
});

test('the schema of project files knows what is read in them', () => {
  const schema = projectSchema();
  const { 成文: output, 规则: rules } = schema.properties;
  expect(Object.keys(schema.properties)).toEqual(projectKeys);
  expect(Object.keys(output.properties)).toEqual(outputKeys);
  expect(Object.keys(rules.additionalProperties.properties)).toEqual(levelKeys);
  expect(Object.keys(rules.properties)).toContain('I0103');
  expect(contributes.jsonValidation).toEqual([
    { fileMatch: '**/fiscal.json', url: './dist/fiscal.schema.json' },
  ]);
});

test('it runs where it says, sends nothing, and trusts nothing of a workspace', () => {
  expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']}`);
  expect(manifest.capabilities).toEqual({
    untrustedWorkspaces: { supported: true },
    virtualWorkspaces: true,
  });
  expect(manifest.dependencies).toBeUndefined();
});

test('an editor inserts nothing of its own: what may stand where is known to the server only', () => {
  expect(contributes.snippets).toBeUndefined();
});

describe('words as the editor finds them', () => {
  const pattern = new RegExp(readJson('language-configuration.json').wordPattern.pattern, 'g');

  test.each([
    ['因公出国（境）费  0', ['因公出国（境）费', '0']],
    ['2011101 行政运行  基本 5.43', ['2011101', '行政运行', '基本', '5.43']],
    ['“转企升规”培育工作经费 3,213.28 万元', ['“转企升规”培育工作经费', '3,213.28', '万元']],
    ['【收入.总计 | 增减】', ['收入', '总计', '增减']],
    ['xzyx', ['xzyx']],
  ])('%s', (text, words) => {
    expect(text.match(pattern)).toEqual(words);
  });
});

describe('a new line', () => {
  const rules = readJson('language-configuration.json').onEnterRules as {
    beforeText: string;
    afterText?: string;
    action: { indent: string; appendText?: string };
  }[];

  test.each([
    ['  职责 """', '', 'indent'],
    ['  职责 ”“”', '', 'indent'],
    ['    """', '', 'outdent'],
    ['  收入 {', '}', 'indentOutdent'],
    ['    - 接收、整理；', '', 'none - '],
    ['  总计 12', '', undefined],
  ])('behind %j before %j', (before, after, action) => {
    const rule = rules.find(
      ({ beforeText, afterText }) =>
        new RegExp(beforeText).test(before) && (!afterText || new RegExp(afterText).test(after)),
    );
    expect(rule && `${rule.action.indent} ${rule.action.appendText ?? ''}`.trimEnd()).toBe(action?.trimEnd());
  });
});

function readText(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function readJson(file: string) {
  return JSON.parse(readText(file));
}
