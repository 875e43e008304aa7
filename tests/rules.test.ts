import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  builtInRules,
  examineReport,
  isFixedRule,
  ruleIds,
  ruleSeverity,
  rulesRestingOn,
  type Severity,
} from '@fiscal/core';
import { listRules, load } from '@fiscal/language';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const table = 'packages/core/src/vocabulary/rules.zh.ts';

/** Where the ids of rules are named, besides the table: `file: id`. */
const named = ['core', 'language', 'report', 'read', 'server', 'cli'].flatMap((name) =>
  sourceFiles(join('packages', name, 'src')).flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/'([A-Z]\d{3,4})'/g)].map(([, id]) => ({
      path,
      id: id!,
    })),
  ),
);

test('every rule that a check names is in the table, or written in the language', () => {
  const known = new Set(listRules().map(({ id }) => id));
  const unknown = named.filter(({ id }) => !known.has(id));
  expect(unknown.map(({ path, id }) => `${path} names ${id}, which ${table} lacks`)).toEqual([]);
});

test('every rule of the table is named where its findings are made', () => {
  const used = new Set(named.map(({ id }) => id));
  expect([...ruleIds].filter((id) => !used.has(id)).map((id) => `${table}: nothing names ${id}`)).toEqual([]);
});

test('what rests on figures, percentages or texts is checked', () => {
  const resting = (['figures', 'rates', 'texts'] as const).flatMap(rulesRestingOn);
  expect(resting.filter((id) => !builtInRules.has(id))).toEqual([]);
});

test.each([...builtInRules].filter((id) => !isFixedRule(id)))(
  'that %s is accepted needlessly is told',
  (id) => {
    const text = `部门决算 某局 2023 {\n  收入 { 事业收入 1.00 }\n  忽略 ${id} "已核对"\n}\n`;
    const { reports } = load([{ uri: 'file:///某局.fiscal', text }], { read: () => undefined });
    const found = reports.flatMap((report) => examineReport(report).findings);
    expect(found.map(({ rule, origin }) => `${origin.range.start.line + 1} ${rule}`)).toContain('3 M002');
  },
);

/** A last digit is no error, and the page shows one: everything else that N1201 finds is. */
const milderExample = new Set(['N1201']);

test.each([...ruleIds].filter((id) => !milderExample.has(id)))('%s weighs what its page says', (id) => {
  const page = readFileSync(join(root, 'tests/stories', `${id}.md`), 'utf8');
  const levels: Record<Severity, string> = {
    error: '错误',
    warning: '警告',
    information: '提示',
    hint: '说明',
  };
  expect(/^级别：(.+)$/m.exec(page)?.[1]).toBe(levels[ruleSeverity(id)]);
});

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('generated'))
    .map((path) => join(folder, path))
    .filter((path) => path !== table);
}
