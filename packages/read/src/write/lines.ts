import {
  attributes,
  blocks,
  finalAccounts,
  isUnitOfItself,
  measureEntry,
  measures,
  wordsOf,
} from '@fiscal/core';
import type { Said } from '../reading/reading.js';
import { sourceName } from './source-name.js';
import type { SourceNode } from './source-tree.js';

const attributeNames = new Set(attributes.map(({ name }) => name));
const order = new Map(measures.map(({ name }, index) => [name, index]));

/** The line of a subject, and what stands below it. */
export function linesOf(node: SourceNode): string[] {
  if (node.name === blocks.detail) return detailLines(node);
  const below = [...node.children.values()].flatMap(linesOf);
  const texts = textLines(node);
  const head = [nameOf(node), figuresOf(node)].filter((part) => part !== '').join(' ');
  const isBare = !node.isNamed && node.figures.size === 0 && below.length === 0 && texts.length === 0;
  const own = isBare
    ? []
    : below.length + texts.length === 0
      ? [head]
      : [`${head} {`, ...indented([...texts, ...below]), '}'];
  return own;
}

/** 明细 基本 { 30101 基本工资 40.00 } */
function detailLines({ name, children }: SourceNode): string[] {
  return [...children.values()].flatMap((nature) => [
    `${name} ${nature.name} {`,
    ...indented([...nature.children.values()].flatMap(linesOf)),
    '}',
  ]);
}

export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

/** 2010601 行政运行, 总计. */
function nameOf({ name, label }: SourceNode): string {
  const isCode = /^\d{3,7}$/.test(name);
  if (isCode) return label === undefined ? name : `${name} ${sourceName(label.trim())}`;
  return sourceName(name);
}

/**
 * Figures and measures behind a name: 1511.89 基本 1503.52 预算 1560.05. What is stated with two values stands twice,
 * 326.71 决算 326.72: which of them is right nobody but the author knows.
 */
export function figuresOf({ figures, schema }: SourceNode): string {
  const ranked = [...figures].sort(([a], [b]) => rankOf(a) - rankOf(b));
  const open = ranked.filter(([measure, [said]]) => isUnitOfItself(measure) && said && 'state' in said);
  const own = figures.get(finalAccounts)?.[0];
  // Behind a figure 批次 would be its unit: 批次 未填 决算 0.
  const isBehind = open.length > 0 && own !== undefined && 'digits' in own;
  const order = isBehind ? [...open, ...ranked.filter((one) => !open.includes(one))] : ranked;
  const first = order.flatMap(([measure, [said]]) => {
    if (!said) return [];
    return isBehind && measure === finalAccounts
      ? [otherFigureText(measure, said)]
      : [figureText(measure, said, schema?.unit)];
  });
  const others = ranked.flatMap(([measure, [, ...more]]) =>
    more.map((said) => otherFigureText(measure, said)),
  );
  return [...first, ...others].join(' ');
}

function otherFigureText(measure: string, said: Said): string {
  const digits = 'digits' in said ? said.digits : said.state;
  return measure === finalAccounts ? `${measure} ${digits}` : figureText(measure, said, undefined);
}

/** The figure itself, then what is counted, which only its unit names: 2.65 21 批次 137 人次. */
function rankOf(measure: string): number {
  if (measure === finalAccounts) return -2;
  return isUnitOfItself(measure) ? -1 : (order.get(measure) ?? 0);
}

function figureText(measure: string, said: Said, unit: string | undefined): string {
  const digits = 'digits' in said ? said.digits : said.state;
  if (measure === finalAccounts) return 'digits' in said && unit ? `${digits} ${unit}` : digits;
  if (isUnitOfItself(measure)) return 'digits' in said ? `${digits} ${measure}` : `${measure} ${digits}`;
  const entry = measures.find(({ name }) => name === measure);
  const word = entry ? wordsOf(entry)[0] : measure;
  // 5 次: a measure that only its unit names.
  return word === undefined || measureEntry(word) === undefined
    ? `${digits} ${entry?.unit ?? ''}`
    : `${word} ${digits}`;
}

function textLines({ texts }: SourceNode): string[] {
  return [...texts].flatMap(([name, text]) =>
    textLine(attributeNames.has(name) ? name : sourceName(name), text),
  );
}

/** 用途 "……", or a block of lines where the text has more than one or quotes that do not pair. */
export function textLine(name: string, text: string): string[] {
  const written = escaped(text);
  // Quotes beside the quotes that hold a text would be a fence together.
  const isOneLine = !written.includes('\n') && !/^[“”]{2}|^”|[“”]{2}$|“$/.test(written);
  if (isOneLine && isPaired(written)) return [`${name} "${written}"`];
  return blockLines(name, text);
}

export function blockLines(name: string, text: string): string[] {
  return [`${name} """`, ...indented([...escaped(text).split('\n'), '"""'])];
}

/** A hole is a hole only where its author means one; a fence would end the text. */
function escaped(text: string): string {
  let opens = true;
  const quoted = text.replace(/"/g, () => ((opens = !opens) ? '”' : '“'));
  return quoted.replace(/["“”]{3,}/g, (quotes) => quotes.slice(0, 2)).replaceAll('【', '\\【');
}

function isPaired(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '“') depth += 1;
    if (sign === '”') depth -= 1;
    if (depth < 0 || depth > 1) return false;
  }
  return depth === 0;
}
