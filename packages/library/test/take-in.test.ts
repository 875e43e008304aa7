import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('../take-in.mjs', import.meta.url));

const catalog = {
  'functional.jsonl': `
{"code": "213", "name": "农林水支出", "verified": "report"}
{"code": "2130126", "name": "农村社会事业", "budget": "一般公共预算", "verified": "code-in-data", "confidence": "high"}
{"code": "2130199", "name": "其他农业农村支出", "verified": "recall-only"}
{"code": "2100409", "name": "重大公共卫生服务", "verified": "recall-only", "alternatives": ["重大公共卫生专项"]}
{"code": "2100410", "name": "突发公共卫生事件应急处置", "verified": "recall-only"}`,
  'history.jsonl': `
{"code": "2130126", "old": "农村公益事业", "new": "农村社会事业", "year": 2020, "verified": "document"}`,
};

const batch = {
  'confirmed-甲.jsonl': `
{"code": "213", "name": "农林水支出", "tier": "notice"}
{"code": "2130126", "name": "农村社会事业", "tier": "notice"}
{"code": "2130199", "name": "其他农业支出", "tier": "report"}
{"code": "2130205", "name": "森林培育", "tier": "report"}`,
  'history-甲.jsonl': `
{"code": "2130126", "old": "农村公益事业", "new": "农村社会事业", "year": "2019 or 2020"}
{"code": "2130199", "old": "其他农业支出", "new": null, "year": "old in 2019"}
{"code": "22006", "old": null, "new": "耕地保护考核奖惩基金支出", "year": "2024"}`,
  'corrections-甲.jsonl': `
{"code": "2130199", "seen": "其它农业农村支出", "kind": "spelling"}
{"code": "2100409", "seen": "重大公共卫生专项", "kind": "unresolved"}
{"code": "2100410", "seen": "突发公共卫生事件应急处理", "kind": "unresolved"}
{"code": "2130199", "seen": "其他农业支出", "kind": "rename"}`,
  'missing-甲.jsonl': `
{"code": "2200111", "name": "地质灾害防治", "year": "2018"}`,
};

it('raises what was seen together, lowers nothing, and lists what a person must decide', () => {
  const folder = folderWith({ ...catalog, ...batch });
  const open = [
    '  2130199 其他农业支出：目录里是“其他农业农村支出”',
    '  2130205 森林培育：目录里是“没有”',
    '  2130199 其他农业支出：沿革里没有',
    '  22006 增设 耕地保护考核奖惩基金支出：沿革里没有',
    '  2100410 突发公共卫生事件应急处理：没有定论，alternatives 里没有',
    '  2200111 地质灾害防治：沿革里没有',
  ];
  const told = (raised: number) => [`核实程度提高的：${raised} 行`, `要手工处理的：6 条`, ...open];
  expect(takeIn(folder)).toEqual(told(1));
  expect(read(folder, 'functional.jsonl')).toBe(
    catalog['functional.jsonl'].trim().replace('code-in-data', 'document'),
  );
  expect(read(folder, 'history.jsonl')).toBe(catalog['history.jsonl'].trim());
  expect(takeIn(folder)).toEqual(told(0));
});

it('does not know what another kind of evidence is worth', () => {
  const confirmed = '{"code": "2130126", "name": "农村社会事业", "tier": "rumour"}';
  const folder = folderWith({ ...catalog, 'confirmed-甲.jsonl': confirmed });
  expect(takeIn(folder)).toEqual([
    '核实程度提高的：0 行',
    '要手工处理的：1 条',
    '  2130126 农村社会事业：依据“rumour”不认识',
  ]);
});

function takeIn(folder: string): string[] {
  return execFileSync(process.execPath, [script, folder, '甲', folder], { encoding: 'utf8' })
    .trimEnd()
    .split('\n');
}

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'fiscal-catalog-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), `${text.trim()}\n`);
  return folder;
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8').trim();
}
