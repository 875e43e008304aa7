import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'langium';
import { expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { main, report, uriOf, Workbench } from './workbench.js';

const example = readFileSync(
  join(import.meta.dirname, '../../../examples/示例县档案馆-2024/示例县档案馆-2024.fiscal'),
  'utf8',
);

/** Texts that rules ask for. */
async function asked(text: string): Promise<string[]> {
  const workbench = await Workbench.with({ [main]: text });
  const { findings } = await workbench.examination(main);
  return findings.flatMap(({ data }) => (data.kind === 'condition' ? (data.missingText ?? []) : []));
}

/** The text with the fix for what is asked for at that path. */
async function mended(text: string, path: string): Promise<string> {
  const workbench = await Workbench.with({ [main]: text });
  const document = workbench.document(main);
  const { findings } = await workbench.examination(main);
  const finding = findings.find(({ data }) => data.kind === 'condition' && data.missingText === path)!;
  const actions = (await workbench.services.lsp.CodeActionProvider!.getCodeActions(document, {
    textDocument: { uri: uriOf(main) },
    range: finding.origin.range,
    context: { diagnostics: [], only: ['quickfix'] },
  })) as CodeAction[];
  const name = path.slice(path.lastIndexOf('.') + 1);
  const fix = actions.find(({ title }) => title === `写上${name}`);
  return fix
    ? TextDocument.applyEdits(document.textDocument as TextDocument, fix.edit!.changes![uriOf(main)]!)
    : text;
}

const reasons = [...example.matchAll(/ *(?:原因|预算原因) +"[^"]*"/g)];

test.each(reasons.map(({ index, 0: words }) => [words.trim(), index, words.length] as const))(
  'where %s was taken away (%i) a fix puts it where it was asked for',
  async (_, index, length) => {
    const text = example.slice(0, index) + example.slice(index + length);
    const paths = await asked(text);
    for (const path of paths) expect(await asked(await mended(text, path))).not.toContain(path);
  },
);

test.each([
  [
    '收入.总计.原因',
    '收入 {\n    事业收入 5 上年 3\n  }',
    '收入 {\n    事业收入 5 上年 3\n    总计                      原因 "写明原因"\n  }',
  ],
  [
    '支出.一般公共预算.合计.原因',
    '支出 一般公共预算 { 2010101 行政运行 基本 5 上年 3 }',
    '支出 一般公共预算 原因 "写明原因" { 2010101 行政运行 基本 5 上年 3 }',
  ],
  [
    '三公经费.合计.原因',
    '三公经费 {\n    公务接待费 5 上年 3\n  }',
    '三公经费 原因 "写明原因" {\n    公务接待费 5 上年 3\n  }',
  ],
  ['机关运行经费.原因', '机关运行经费 5 上年 3 {\n  }', '机关运行经费 5 上年 3 原因 "写明原因" {\n  }'],
])('%s, where there is no line for it', async (path, block, expected) => {
  const text = report(`  模板 四川\n  ${block}`);
  expect(await asked(text)).toContain(path);
  expect(await mended(text, path)).toBe(report(`  模板 四川\n  ${expected}`));
});
