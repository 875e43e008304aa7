/**
 * Sets the examples of all Markdown files in the canonical form, as far as it is a matter of blanks: what an example
 * shows of full-width digits, or of punctuation that says nothing, it keeps. With --check it only says which are not.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatWithin } from '@fiscal/language/editor';

const root = join(import.meta.dirname, '..');
const fence = /(?<=^```fiscal(?<info>.*)\n)(?<body>[^]*?)(?=^```$)/gm;

let isWrong = false;
for (const path of markdownFiles()) {
  const text = readFileSync(join(root, path), 'utf8');
  const formatted = text.replace(fence, (...match) => {
    const { info, body } = match.at(-1);
    return formatExample(info.trim(), body);
  });
  if (formatted === text) continue;
  isWrong = true;
  console.log(path);
  if (!process.argv.includes('--check')) writeFileSync(join(root, path), formatted);
}
process.exitCode = isWrong && process.argv.includes('--check') ? 1 : 0;

function markdownFiles() {
  const folders = [
    'packages/language',
    'packages/library',
    'packages/vscode',
    'packages/server',
    'tests/stories',
  ];
  return ['README.md', ...folders.flatMap(markdownFilesIn)];
}

function markdownFilesIn(folder) {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort();
  return names
    .filter((name) => name.endsWith('.md') && !/node_modules|dist/.test(name))
    .map((name) => join(folder, name));
}

function formatExample(info, body) {
  if (info.endsWith('.csv')) return body;
  const heads = headsOf(info, body);
  const lines = body.split('\n').slice(0, -1);
  const formatted = formatWithin(heads, lines);
  return lines.map((line, index) => `${spacedLike(line, formatted[index] ?? line, heads.length)}\n`).join('');
}

/** A line that cannot be read is its author's, and so is one of which more than the blanks would change. */
function spacedLike(line, formatted, depth) {
  const [words, formattedWords] = [line, formatted].map((text) => text.replace(/\s/g, ''));
  return formatted === line || words !== formattedWords ? line : formatted.slice(2 * depth);
}

/** What stands around a piece of a report or of a template. */
function headsOf(info, body) {
  if (/^\s*(?:部门决算|单位决算|模板 \S+ \{|模板 \S+ 改自|规则|结构|\/\/)/.test(body)) return [];
  return [/^(?:模板片段|广东)$/.test(info) ? '模板 示例' : '部门决算 示例局 2023'];
}
