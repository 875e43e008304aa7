import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { skeleton } from '@fiscal/language';

const root = join(import.meta.dirname, '../..');

/** The examples, the templates and rules of the library, and a report that has just been begun. */
export const sources = [
  ...sourcesBelow('examples'),
  ...sourcesBelow('packages/library/fiscal'),
  { name: '新建的报告', text: skeleton({ name: '示例市档案局', year: 2024 }) },
];

function sourcesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.fiscal'))
    .map((path) => ({ name: path, text: readFileSync(join(root, folder, path), 'utf8') }));
}

/**
 * What an analyst does to one line: the lines that stand in its place then, or nothing where the edit has nothing to
 * change. Braces and fences stay: to move a block is to edit more than a line.
 */
export const edits = {
  'a figure of one digit more': (line) => changed(line, /(?<=\s)(\d{1,3})(?=\.\d|\s|$)/, '1$1'),
  'a figure of one digit less': (line) => changed(line, /(?<=\s)\d(\d+)(?=\.\d|\s|$)/, '$1'),
  'a longer name': (line) => changed(line, nameIn(line), '$1$2及其他各项有关支出（含以前年度）'),
  'a shorter name': (line) => changed(line, nameIn(line), '$1'),
  'a measure more': (line) => (isWhole(line) && /\d$/.test(line) ? [`${line} 上年 1234.56`] : undefined),
  'a reason more': (line) => (isWhole(line) && /\d$/.test(line) ? [`${line} 原因 "甲"`] : undefined),
  'a line more': (line) => (isWhole(line) ? [line, line] : undefined),
  'a longer line more': (line) =>
    isWhole(line) ? [line, line.replace(/([一-龥]{2,})/, '$1及其他各项有关支出')] : undefined,
  'a line less': (line) => (isWhole(line) ? [] : undefined),
  blanks: (line) => (line.includes('"') ? undefined : changed(line, /(?<=\S) +(?=\S)/g, '    ')),
};

/** The head of a block says what stands in it: 支出, 基本支出; the name behind it does not. */
function nameIn(line) {
  return line.includes('{') ? /(?<=\S +)([一-龥]{2})([一-龥]+)(?=\s|$)/ : /([一-龥]{2})([一-龥]+)(?=\s|$)/;
}

function changed(line, pattern, replacement) {
  const edited = line.replace(pattern, replacement);
  return edited === line ? undefined : [edited];
}

/** A line that neither opens nor closes anything. */
function isWhole(line) {
  return line.trim() !== '' && !/[{}]|"""|\/\*|\*\//.test(line);
}

/**
 * Whether all lines but the edited one are as they were, for a text that was formatted before and after. Blank lines
 * that an edit brought together may be one.
 */
export function onlyTouches(before, after, index) {
  const [old, formatted] = [before, after].map((text) => text.split('\n'));
  return startsWith(formatted, old.slice(0, index)) && endsWith(formatted, old.slice(index + 1));
}

function startsWith(lines, start) {
  const [whole, wanted] = [lines, start].map(withoutBlank);
  return wanted.every((line, at) => whole[at] === line);
}

function endsWith(lines, end) {
  return startsWith(lines.toReversed(), end.toReversed());
}

function withoutBlank(lines) {
  return lines.filter((line) => line !== '');
}
