import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { examineReports, listFacts, messageOf, relatedPlacesOf } from '@fiscal/core';
import { load } from '@fiscal/language';

const root = join(import.meta.dirname, '../../examples');

/** The examples in which nothing is wrong on purpose. */
export const examples = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.fiscal') && !path.includes('差错'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/**
 * What a hand, an input method or a paste does to a text: where it may happen, and what stands there then. Nothing
 * where it changes nothing. A slip in a brace or a fence may be told anywhere in the block.
 */
export const slips = {
  'a comma for the point': at(/\d\.\d/g, (figure) => figure.replace('.', ',')),
  'a full-width comma for the point': at(/\d\.\d/g, (figure) => figure.replace('.', '，')),
  'a full stop for the point': at(/\d\.\d/g, (figure) => figure.replace('.', '。')),
  'a blank behind the point': at(/\d\.\d/g, (figure) => figure.replace('.', '. ')),
  'a blank before the point': at(/\d\.\d/g, (figure) => figure.replace('.', ' .')),
  'two points': at(/\d\.\d/g, (figure) => figure.replace('.', '..')),
  'a point more behind a figure': at(/\d\.\d+(?=\s)/g, (figure) => `${figure}.`),
  'a blank between thousands': at(/(?<=\s\d)\d{3}\.\d/g, (figure) => ` ${figure}`),
  'O for 0': at(/(?<=\s\d*)\d0(?=\.\d)/g, (figure) => `${figure[0]}O`),
  'o for 0 at the end': at(/(?<=\d\.\d?)0(?=\s)/g, () => 'o'),
  'l for 1': at(/(?<=\s)1(?=\d*\.\d)/g, () => 'l'),
  'O for 0 in a code': at(/(?<=\n *)2\d*0\d*(?= +[一-龥])/g, (code) => code.replace('0', 'O')),
  'a letter behind a figure': at(/(?<=\d\.\d\d?)(?=\s)/g, () => 'x'),
  'a sign of money before a figure': at(/(?<=\s)\d+\.\d/g, (figure) => `￥${figure}`),
  'a second minus': at(/(?<=\s)\d+\.\d/g, (figure) => `--${figure}`),
  'a figure more': at(/(?<=\s\d+\.\d+)(?=\s)/g, () => ' 7'),
  'a figure less': at(/(?<=(?:基本|项目|预算)) +[\d.]+(?=\s)/g, () => ''),
  'no blank behind a measure': at(/(?<=(?:基本|项目|预算|上年)) +(?=\d)/g, () => ''),
  'no blank behind a name': at(/(?<=[入出费]) +(?=\d+\.\d)/g, () => ''),
  'the letters of a measure swapped': at(
    /(?<= )(?:预算|上年|项目|基本)(?= +\d)/g,
    (word) => word[1] + word[0],
  ),
  'another word for a measure': at(/(?<= )(?:预算|基本)(?= +\d)/g, () => '予算数'),
  'half a code': at(/(?<=\n *)\d{7}[^\n{]*(?=\n)/g, (line) => line.slice(0, 5)),
  'a code with a digit less': at(/(?<=\n *\d{6})\d(?= +[一-龥])/g, () => ''),
  'two lines on one': at(/(?<=\d)\n *(?=\d{7} )/g, () => ' '),
  'a line of prose': at(/\n(?= *\d{7} )/g, () => '\n    按合同支付\n'),
  'a sentence of prose': at(/\n(?= *\d{7} )/g, () => '\n    详见附表，按合同支付。\n'),
  'a heading of another language': at(/\n(?= *\d{7} )/g, () => '\n# 明细\n'),
  'a stray sign': at(/(?<=\d)\n(?= *\d{7} )/g, () => ' =\n'),
  'a zero-width space in a name': at(/(?<=\d{7} [一-龥])(?=[一-龥])/g, () => '\u200b'),
  'a radical for a character': at(/(?<=\d{7} [一-龥]*)[人行金支文](?=[一-龥])/g, (one) => radicals[one]),
  'a quote that does not close': at(/(?<=[一-龥]")(?= *\n)/g, () => '', -1),
  'a conflict': at(/(?<=\n) *\d{7}[^\n{]*\n/g, (line) => `<<<<<<< HEAD\n${line}=======\n${line}>>>>>>> b\n`),
  'a block that is not closed': at(/\n *\}(?=\n)/g, () => ''),
  'a brace twice': at(/\n *\}(?=\n)/g, (brace) => brace + brace),
  'a block that is not opened': at(/ \{(?=\n)/g, () => ''),
  'a bracket for a brace': at(/(?<=\n *)\}(?=\n)/g, () => ')'),
  'a text that is not closed': closingFences,
  'a word for a block': at(
    /(?<=\n *)(?:收入|支出 [一-龥]+|三公经费)(?= \{)/g,
    (word) => `${word[0]}人${word.slice(2)}`,
  ),
};

const radicals = { 人: '⼈', 行: '⾏', 金: '⾦', 支: '⽀', 文: '⽂' };
/** Told anywhere in the block. */
const ofBlock = /brace|block|text|conflict/;
/** Read as what was meant, or as something that nothing contradicts. */
const maySayNothing = /no blank|measure|two lines|a figure less/;

/** Fences are masked with the texts that they close. */
function closingFences(text) {
  return [...text.matchAll(/\n *"""(?=\n)/g)].map(({ index, 0: fence }) => ({
    start: index,
    text: text.slice(0, index) + text.slice(index + fence.length),
  }));
}

function at(pattern, change, before = 0) {
  return (text) =>
    [...masked(text).matchAll(pattern)].flatMap(({ index, 0: found }) => {
      const start = index + before;
      const end = index + found.length;
      const typed = change(text.slice(start, end));
      return typed === text.slice(start, end)
        ? []
        : [{ start, text: text.slice(0, start) + typed + text.slice(end) }];
    });
}

/** Slips in comments and inside texts are nobody's concern here; quotes stay where they are. */
function masked(text) {
  const blank = (found) => found.replace(/[^\n"]/g, '\0');
  return text
    .replace(/"""[\s\S]*?"""/g, blank)
    .replace(/"[^"\n]*"/g, (found) => found.replace(/[^"](?=[^"])/g, '\0'))
    .replace(/\/\/.*/g, blank);
}

/** What is wrong with a text, and what it says. */
function examined(path, text) {
  const uri = pathToFileURL(join(root, path)).href;
  const read = (target) => {
    try {
      return readFileSync(new URL(target), 'utf8');
    } catch {
      return undefined;
    }
  };
  const workspace = load([{ uri, text }], { read });
  const wrong = examineReports(workspace).findings.filter(
    ({ severity, origin }) => /error|warning/.test(severity) && origin.uri === uri,
  );
  const facts = () =>
    workspace.reports
      .flatMap(({ base }) => listFacts(base).map(({ path, value }) => `${path}=${value}`))
      .join();
  return { wrong, facts };
}

const examinations = new Map();

function examinedBefore(path, text) {
  if (!examinations.has(path)) examinations.set(path, examined(path, text));
  return examinations.get(path);
}

/** What a slip costs its author: findings more than before, whether one of them is at its place. */
export function costOf(kind, { path, text }, slip) {
  const before = examinedBefore(path, text);
  const known = new Set(before.wrong.map(saying));
  const after = examined(path, slip.text);
  const told = after.wrong.filter((finding) => !known.has(saying(finding)));
  const line = text.slice(0, slip.start).split('\n').length - 1;
  const reach = ofBlock.test(kind) ? 60 : 1;
  const isNear = told.some((finding) => linesOf(finding).some((one) => Math.abs(one - line) <= reach));
  const isSilent = told.length === 0 && (maySayNothing.test(kind) || before.facts() === after.facts());
  return { told: told.map(saying), line: line + 1, isGood: isSilent || (told.length === 1 && isNear) };
}

function saying(finding) {
  return `${finding.rule} ${messageOf(finding)}`;
}

function linesOf(finding) {
  return [finding.origin, ...relatedPlacesOf(finding).map(({ origin }) => origin)].map(
    ({ range }) => range.start.line,
  );
}
