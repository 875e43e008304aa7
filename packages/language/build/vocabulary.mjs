/**
 * What grammar and manual say of the words of the language, as the tables in core/src/vocabulary have them: regions
 * of files that are otherwise written by hand, each between two marks.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { attributes, measures, wordsOf } from '@fiscal/core';
import { format, resolveConfig } from 'prettier';

const figures = measures.filter(({ readBy }) => readBy === undefined);
const targets = measures.filter(({ readBy }) => readBy === 'Target');

/** Has a word that stands right in front of a figure. */
function isInFront(entry) {
  return entry.readBy !== 'MoneySource' && wordsOf(entry).length > 0;
}

/** What each role is called in the manual. */
const roleNames = {
  accounts: '决算数',
  comparative: '用来比较',
  nature: '支出的性质',
  source: '收入的来源',
  carryOver: '结转',
  rate: '百分比',
  staff: '人数',
  count: '数量',
  amount: '金额',
  target: '指标',
  score: '得分',
};

/** The files with their regions: the line that a region follows, its text, the line that follows it. */
const files = {
  'src/fiscal.langium': [
    ['// From core/src/vocabulary/measures.ts, by npm run grammar: figures', alternatives(figures), '// end'],
    ['// From core/src/vocabulary/measures.ts, by npm run grammar: targets', alternatives(targets), '// end'],
    ['// From core/src/vocabulary/attributes.ts, by npm run grammar', alternatives(attributes), '// end'],
  ],
  'README.md': [
    ['<!-- 以下的表由 npm run grammar 写 -->', manual(measures.filter(isInFront)), '<!-- 表完 -->'],
  ],
};

/** The files, each with the text that it has and the one that it has to have. */
export function writtenFiles() {
  return Promise.all(
    Object.entries(files).map(async ([name, regions]) => {
      const path = fileURLToPath(new URL(`../${name}`, import.meta.url));
      const text = readFileSync(path, 'utf8');
      const wanted = regions.reduce((before, region) => withRegion(name, before, region), text);
      return { path, text, wanted: await laidOut(path, wanted) };
    }),
  );
}

/** Tables of the manual are aligned as all of its text is. */
async function laidOut(filepath, text) {
  if (!filepath.endsWith('.md')) return text;
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

function withRegion(name, text, [begin, region, end]) {
  const [before, rest] = halves(text, `${begin}\n`);
  const [, after] = halves(rest ?? '', end);
  if (after === undefined) throw new Error(`${name} has lost the lines around a region: ${begin}`);
  const indentation = /[^\n]*$/.exec(before)[0];
  return `${before}${begin}\n${indented(region, indentation)}${indentation}${end}${after}`;
}

function halves(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

function indented(text, indentation) {
  return text.replace(/^(?=.)/gm, indentation);
}

/** Alternatives of a rule of the grammar, those of one role on a line. */
function alternatives(entries) {
  const lines = new Map();
  for (const entry of entries) {
    const [role] = entry.roles ?? [];
    lines.set(role, [...(lines.get(role) ?? []), ...wordsOf(entry).map((word) => `'${word}'`)]);
  }
  return `${[...lines.values()].map((words) => words.join(' | ')).join('\n| ')}\n`;
}

/** The manual's table of measures. */
function manual(entries) {
  const rows = entries.map((entry) => [
    roleNames[entry.roles[0]],
    wordsOf(entry).map(inBackticks).join('、'),
    entry.meaning,
    unitName(entry),
  ]);
  const shown = rows.map(([role, ...cells], index) => [role === rows[index - 1]?.[0] ? '' : role, ...cells]);
  const lines = [['', '计量', '意思', '单位'], ['-', '-', '-', '-'], ...shown];
  return `\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`;
}

function inBackticks(word) {
  return `\`${word}\``;
}

function unitName({ unit, readBy }) {
  if (unit === 'money') return '金额';
  return unit ?? (readBy === 'Target' ? '照写' : '');
}
