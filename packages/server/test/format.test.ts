import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatText } from '@fiscal/language';
import { formatWithin } from '@fiscal/language/editor';
import { TextDocument } from 'langium';
import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { blockSnippets, indicatorSnippet, ruleSnippet } from '../src/completion/snippets.zh.js';
import { lineEdits } from '../src/format/line-edits.js';
import { atMarker, main, report, unmarked, uriOf, Workbench } from './workbench.js';

const options = { tabSize: 2, insertSpaces: true };
const examples = join(import.meta.dirname, '../../../examples');

function applied(text: string, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
}

async function formatted(text: string): Promise<{ result: string; edits: TextEdit[] }> {
  const workbench = await Workbench.with({ [main]: text });
  const params = { textDocument: { uri: uriOf(main) }, options };
  const edits = await workbench.services.lsp.Formatter!.formatDocument(workbench.document(main), params);
  return { result: applied(text, edits), edits };
}

const crooked = report('收入 {\n事业收入 １２．００  上年 3\n\n\n其他收入  1.20\n}');

test('the same as the command line gives', async () => {
  expect((await formatted(crooked)).result).toBe(formatText(crooked));
});

test.each(readdirSync(examples))('every example: %s', async (folder) => {
  for (const name of readdirSync(join(examples, folder)).filter((each) => each.endsWith('.fiscal'))) {
    const text = readFileSync(join(examples, folder, name), 'utf8');
    const shaken = text.replace(/^ {2}/gm, ' ').replace(/ {2,}/g, '   ').replace(/\n\n/g, '\n \n\n');
    expect((await formatted(text)).result).toBe(formatText(text));
    expect((await formatted(shaken)).result).toBe(formatText(shaken));
  }
});

test('what is in order is not touched', async () => {
  expect((await formatted(formatText(crooked))).edits).toEqual([]);
});

test('edits stay within lines', async () => {
  const { edits } = await formatted(report('收入 {\n    总计  3\n    事业收入  3\n}'));
  expect(edits.length).toBeGreaterThan(0);
  expect(edits.filter(({ range }) => range.start.line !== range.end.line)).toEqual([]);
});

test('a line that cannot be read stays as it is', async () => {
  expect((await formatted(report('  收入 {\n事业收入 @ 12\n  }'))).edits).toEqual([]);
});

test.each([
  ['', ''],
  ['a', 'a\n'],
  ['a\n\n\n', 'a\n'],
  ['\n\na', 'a\n'],
  ['a\n\n\nb', 'a\n\nb\n'],
  ['a\n  \nb\n', 'a\n\nb\n'],
  ['a b\r\nc\r\n', 'a  b\nc\n'],
  ['  ', '\n'],
])('lines of %j become those of %j', (before, after) => {
  expect(applied(before, lineEdits(before, after)).replaceAll('\r\n', '\n')).toBe(after);
});

const ofReport = [...blockSnippets(), ruleSnippet()].map((snippet) => ({ ...snippet, heads: [] }));
const ofProject = { ...indicatorSnippet(), heads: ['项目 甲'] };

test.each([...ofReport, ofProject])('what completion inserts is in order: $label', ({ insert, heads }) => {
  const lines = insert!.replace(/\$\{\d+:([^}]*)\}|\$\d+/g, '$1').split('\n');
  const around = ['部门决算 某局 2024', ...heads];
  const inserted = lines.map((line) => (line === '' ? '' : '  '.repeat(around.length) + line));
  expect(formatWithin(around, inserted)).toEqual(inserted);
});

describe('only what was asked for', () => {
  test('some lines', async () => {
    const text = report('小数   2\n百分比小数    1\n简称     甲');
    const workbench = await Workbench.with({ [main]: text });
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } };
    const edits = await workbench.services.lsp.Formatter!.formatDocumentRange(workbench.document(main), {
      textDocument: { uri: uriOf(main) },
      range,
      options,
    });
    expect(applied(text, edits).split('\n')).toEqual([
      '部门决算 示例市档案局 2023 {',
      '小数   2',
      formatText(text).split('\n')[2],
      '简称     甲',
      '}',
      '',
    ]);
  });

  async function typed(marked: string, ch: string): Promise<string> {
    const { workbench, document, params } = await atMarker(marked);
    const edits = await workbench.services.lsp.Formatter!.formatDocumentOnType(document, {
      ...params,
      ch,
      options,
    });
    return applied(unmarked(marked).text, edits);
  }

  test('a block when its brace is written', async () => {
    expect(await typed(report('小数    2\n  收入   {\n事业收入   12\n}<|>'), '}')).toBe(
      report('小数    2\n  收入 {\n    事业收入                          12\n  }'),
    );
  });

  test('the line before a new one, which stays as it is, and no other', async () => {
    const marked = report('  收入 {\n事业收入   12  上年 3\n其他收入 1  上年 20\n    <|>\n  }');
    expect(await typed(marked, '\n')).toBe(
      report(
        '  收入 {\n事业收入   12  上年 3\n    其他收入                           1  上年         20\n    \n  }',
      ),
    );
  });

  const small = join(examples, '示例县档案馆-2024/示例县档案馆-2024.fiscal');

  test('a new line anywhere in a report that is in order changes nothing', async () => {
    const lines = readFileSync(small, 'utf8').split('\n');
    for (let index = 0; index < lines.length; index += 5) {
      const indentation = /^ */.exec(lines[index]!)![0];
      const marked = lines.toSpliced(index + 1, 0, `${indentation}<|>`).join('\n');
      expect(await typed(marked, '\n')).toBe(unmarked(marked).text);
    }
  });
});
