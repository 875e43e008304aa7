import type { FactBase } from '../model/fact-base.js';
import type { Path } from '../model/path.js';
import type { SchemaItem } from '../model/schema.js';
import { schemaChild } from '../model/schema.js';
import { blocks, isKeptByFund, isList } from '../vocabulary/blocks.js';
import { defaultFund, fundsIn } from '../vocabulary/funds.js';

/**
 * The blocks that names lead into, each as an author writes it at one go: 收入, 收入 按科目, 支出 政府性基金,
 * 三公经费. Several for what adds up others (支出.全部); none for lists, texts, and what no 结构 knows.
 */
export function blocksAt({ schema }: Pick<FactBase, 'schema'>, names: Path): Path[] {
  const [first = '', second = ''] = names;
  const known = schema.children.get(first);
  if (!known || known.text || isList(first)) return [];
  if (first === blocks.income && second === blocks.bySubject) return [[first, second]];
  if (!isKeptByFund(first)) return [[first]];
  const parts = fundsIn(second).filter((fund) => fund === defaultFund || isFund(known, fund));
  if (parts.length > 0) return parts.map((fund) => blockOfFund(first, fund));
  return [isFund(known, second) ? blockOfFund(first, second) : [first]];
}

/** Every block that a report may have. */
export function blocksOf(base: Pick<FactBase, 'schema'>): Path[] {
  return [...base.schema.children.values()].flatMap((item) => {
    const inner = item.name === blocks.income ? [blocks.bySubject] : fundsOf(item);
    return [[item.name], ...inner.map((name) => [item.name, name])].flatMap((path) => blocksAt(base, path));
  });
}

function fundsOf(item: SchemaItem): string[] {
  if (!isKeptByFund(item.name)) return [];
  return [...item.children.keys()].filter((name) => isFund(item, name) && fundsIn(name).length === 0);
}

function isFund(block: SchemaItem, name: string): boolean {
  return schemaChild(block, name)?.coded !== undefined;
}

/** 基本支出 { … } holds what comes from 一般公共预算. */
function blockOfFund(block: string, fund: string): Path {
  return block !== blocks.expenditure && fund === defaultFund ? [block] : [block, fund];
}
