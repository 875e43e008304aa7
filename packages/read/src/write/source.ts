import { blocks, type Catalog, finalAccounts, type SchemaItem } from '@fiscal/core';
import { ownText } from '../reading/outline.js';
import type { Header, Reading } from '../reading/reading.js';
import { blockLines, figuresOf, indented, linesOf, textLine } from './lines.js';
import { groupEconomicLines } from './economic-groups.js';
import { projectBlock } from './project.js';
import { sourceName } from './source-name.js';
import { type SourceNode, sourceTree } from './source-tree.js';
import { unreadLines } from './unread.zh.js';

/** Blocks in the order in which a report is written; what is not among them follows. */
const inOrder: readonly string[] = [
  '职责',
  '机构设置',
  blocks.units,
  blocks.offices,
  blocks.staff,
  blocks.income,
  blocks.expenditure,
  blocks.fiscalBalance,
  blocks.carryOver,
  blocks.basicExpenditure,
  blocks.projectExpenditure,
  blocks.threePublic,
];
const atTheEnd: readonly string[] = [blocks.performance, blocks.projects, blocks.glossary];

/** A source that says what was read of a document, not laid out; what was not stands at its end. */
export function sourceText(reading: Reading, schema: SchemaItem, catalog: Catalog): string {
  const root = sourceTree(reading, schema);
  groupEconomicLines(root, catalog);
  const names = new Set([...inOrder, ...root.children.keys(), ...root.texts.keys()]);
  const middle = [...names].filter((name) => !atTheEnd.includes(name));
  const body = [...middle, ...atTheEnd].flatMap((name) => blockOf(name, root));
  const { kind, name, year } = reading.header;
  const lines = [
    ...(root.texts.has(ownText) ? [`结构 ${ownText} 文字`, ''] : []),
    `${kind} ${sourceName(name)} ${year} {`,
    ...indented([...headerLines(reading.header), ...body]),
    '}',
    ...unreadLines(reading.unread),
  ];
  return `${lines.join('\n')}\n`;
}

function headerLines({
  shortName,
  publishedOn,
  moneyUnit,
  decimals,
  template,
  templateFile,
}: Header): string[] {
  return [
    ...(shortName === undefined ? [] : [`简称 ${sourceName(shortName)}`]),
    ...(publishedOn === undefined ? [] : [`公开时间 ${publishedOn}`]),
    ...(moneyUnit === '万元' ? [] : [`货币单位 ${moneyUnit}`]),
    ...(decimals === 2 ? [] : [`小数 ${decimals}`]),
    ...(templateFile === undefined ? [] : [`引用 模板 "${templateFile}"`]),
    ...(template === undefined ? [] : [`模板 ${template}`]),
  ];
}

function blockOf(name: string, root: SourceNode): string[] {
  const text = root.texts.get(name);
  if (text !== undefined) return ['', ...blockLines(name, text)];
  const node = root.children.get(name);
  if (!node) return [];
  switch (name) {
    case blocks.income:
      return incomeBlocks(node);
    case blocks.expenditure:
      return expenditureBlocks(node);
    case blocks.basicExpenditure:
    case blocks.projectExpenditure:
    case blocks.threePublic:
      return headedBlocks(name, node);
    case blocks.units:
      return ['', ...[...node.children.values()].map((unit) => unitLine(unit))];
    case blocks.projects:
      return [...node.children.values()].flatMap((project) => ['', ...projectBlock(project)]);
    case blocks.glossary:
      return glossaryBlock(node);
    default:
      return ['', ...linesOf(node)];
  }
}

function block(head: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${head} {`, ...indented(lines), '}'];
}

function incomeBlocks(node: SourceNode): string[] {
  const bySubject = node.children.get(blocks.bySubject);
  const items = [...node.children.values()].filter((child) => child !== bySubject);
  return [
    ...block(blocks.income, items.flatMap(linesOf)),
    ...block(`${blocks.income} ${blocks.bySubject}`, bySubject ? sorted(bySubject).flatMap(linesOf) : []),
  ];
}

function expenditureBlocks(node: SourceNode): string[] {
  const funds = [...node.children.values()].filter(({ schema }) => schema?.coded);
  const items = [...node.children.values()].filter(({ schema }) => !schema?.coded);
  return [
    ...funds.flatMap((fund) => block(`${blocks.expenditure} ${fund.name}`, sorted(fund).flatMap(linesOf))),
    ...block(blocks.expenditure, items.flatMap(linesOf)),
  ];
}

/** 三公经费 未发生; otherwise what it comes to stands among its lines. */
function headedBlocks(name: string, node: SourceNode): string[] {
  const total = node.children.get('合计');
  const accounts = total?.figures.get(finalAccounts)?.[0];
  if (node.children.size === 1 && accounts && 'state' in accounts)
    return ['', `${name} ${figuresOf(total!)}`];
  const funds = [...node.children.values()].filter(({ schema }) => schema?.coded);
  const rest = {
    ...node,
    children: new Map([...node.children].filter(([, child]) => !funds.includes(child))),
  };
  return [
    ...block(name, sorted(rest).flatMap(linesOf)),
    ...funds.flatMap((fund) => block(`${name} ${fund.name}`, sorted(fund).flatMap(linesOf))),
  ];
}

/** Items as they were found, then lines by code, a total last. */
function sorted({ children }: SourceNode): SourceNode[] {
  const rank = ({ name }: SourceNode) => (/^\d+$/.test(name) ? 1 : name === '合计' ? 2 : 0);
  return [...children.values()].sort(
    (a, b) => rank(a) - rank(b) || (rank(a) === 1 ? (a.name < b.name ? -1 : 1) : 0),
  );
}

function unitLine(unit: SourceNode): string {
  const { 类别: kind, ...texts } = Object.fromEntries(unit.texts);
  const parts = [blocks.units, sourceName(unit.name), kind ?? '', figuresOf(unit)];
  const said = Object.entries(texts).flatMap(([name, text]) => textLine(name, text));
  return [...parts, ...said].filter((part) => part !== '').join(' ');
}

function glossaryBlock(node: SourceNode): string[] {
  const terms = [...node.children.values()].flatMap(({ name, texts }) => {
    const text = texts.get('文字');
    return text === undefined ? [] : textLine(termOf(name), text);
  });
  return block(blocks.glossary, terms);
}

/** 基本支出 and others are words of blocks: a term that is no code stands in quotes. */
function termOf(name: string): string {
  const written = sourceName(name);
  return /^\d{3,7}$/.test(name) || written.startsWith('"') ? written : `"${written}"`;
}
