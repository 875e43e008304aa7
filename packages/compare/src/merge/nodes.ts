import { attributes, measureEntry, stateOfWord, wordsOf } from '@fiscal/core';
import { type Row } from './rows.js';

/** A row, or a block with all that stands in it. */
export interface Node {
  /** What it is of, among its neighbours: 收入, 2012601, 项目 招商引资. */
  key: string;
  /** Comments and blank lines above it. */
  lead: Row[];
  head: Row;
  body?: Node[];
  /** Comments and blank lines above the end of the block. */
  rest: Row[];
  tail?: Row;
}

export interface Tree {
  nodes: Node[];
  rest: Row[];
}

/** The blocks of a text; undefined where they do not close as they open. */
export function treeOf(rows: readonly Row[]): Tree | undefined {
  const stack: { node?: Node; nodes: Node[] }[] = [{ nodes: [] }];
  const depths: number[] = [];
  let depth = 0;
  let lead: Row[] = [];
  for (const row of rows) {
    const { nodes } = stack.at(-1)!;
    if (row.isTrivia) {
      lead.push(row);
      continue;
    }
    const closes = row.net < 0 || row.dip < 0;
    if (closes) {
      const open = stack.at(-1)!.node;
      // One row closes what one row opened, and nothing else.
      if (!open || row.dip !== row.net || depth + row.net !== depths.at(-1)) return undefined;
      open.rest = lead;
      open.tail = row;
      stack.pop();
      depths.pop();
    } else {
      const node: Node = { key: '', lead, head: row, rest: [] };
      nodes.push(node);
      if (row.net > 0) {
        node.body = [];
        stack.push({ node, nodes: node.body });
        depths.push(depth);
      }
    }
    lead = [];
    depth += row.net;
  }
  if (stack.length > 1) return undefined;
  const [{ nodes }] = stack as [{ nodes: Node[] }];
  nameNodes(nodes);
  return { nodes, rest: lead };
}

/** Those of one name are told apart by their order. */
function nameNodes(nodes: readonly Node[]): void {
  const seen = new Map<string, number>();
  for (const node of nodes) {
    const name = nameOf(node.head);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    node.key = before === 0 ? name : `${name} #${before + 1}`;
    if (node.body) nameNodes(node.body);
  }
}

function nameOf(row: Row): string {
  const tokens = nameTokens(row);
  return tokens.length > 0 ? tokens.map(({ image }) => image).join(' ') : row.meaning;
}

/** What a reader calls it: a code with its name. */
export function labelOf({ key, head: { tokens } }: Node): string {
  const [first, second] = tokens;
  const isNamed = first?.tokenType.name === 'CODE' && second?.tokenType.name === 'NAME';
  return isNamed ? `${key} ${second.image}` : key.replace(/ #\d+$/, '');
}

/** Of these the name behind the word is enough; what stands behind that may change. */
const named = new Set(['单位', '项目', '忽略', '规则']);

/** Said once of a report: what stands behind the word is what is said. */
const single = new Set('公开时间 货币单位 小数 百分比小数 取舍 模板 简称 科目年度 科目表'.split(' '));

/** A report refers to one of these, and to as many others as there are. */
const referredOnce = new Set(['上年', '科目表']);

/** The words in front of the first thing that is said: what a row is of. */
export function nameTokens({ tokens }: Row): Row['tokens'] {
  const [first, second] = tokens;
  if (!first) return [];
  if (first.tokenType.name === 'CODE' || single.has(first.image)) return tokens.slice(0, 1);
  if (named.has(first.image) && second) return tokens.slice(0, 2);
  if (first.image === '引用') return tokens.slice(0, referredOnce.has(second?.image ?? '') ? 2 : 3);
  const isIndicator = first.image === '指标';
  const end = tokens.findIndex(({ image, tokenType: { name } }, index) =>
    isIndicator ? index > 0 && name !== 'NAME' : index > 0 && !isNameWord(image, name),
  );
  return end < 0 ? tokens : tokens.slice(0, end);
}

const attributeWords = new Set(attributes.flatMap(wordsOf));

function isNameWord(image: string, type: string): boolean {
  if (type !== 'NAME' && !/^[\u4e00-\u9fffA-Z]+$/.test(type)) return false;
  if (type === 'NUMBER' || type.startsWith('TEXT') || type === 'STRING' || type === 'TITLE_BEHIND')
    return false;
  return !(image in stateOfWord) && !measureEntry(image) && !attributeWords.has(image);
}
