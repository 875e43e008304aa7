import { emptySchema, type SchemaItem } from '@fiscal/core';
import type * as ast from '../generated/ast.js';
import { normalizeName } from './expressions.js';

/** Adds what a 结构 declares to the items known so far; later declarations add, they never take away. */
export function addSchema(root: SchemaItem, schema: ast.Schema): void {
  addItem(root, schema);
}

/** A schema with all items of these. */
export function joinSchemas(schemas: readonly SchemaItem[]): SchemaItem {
  const joined = emptySchema();
  for (const schema of schemas) mergeSchema(joined, schema);
  return joined;
}

function mergeSchema(target: SchemaItem, source: SchemaItem): void {
  for (const [name, item] of source.children) {
    const child = target.children.get(name) ?? emptySchema(name);
    target.children.set(name, child);
    child.open ||= item.open;
    if (item.text) child.text = true;
    child.unit ??= item.unit;
    child.coded ??= item.coded;
    if (item.each) mergeSchema(eachOf(child), item.each);
    child.aliases.push(...item.aliases.filter((alias) => !child.aliases.includes(alias)));
    mergeSchema(child, item);
  }
}

function addItem(parent: SchemaItem, node: ast.Schema | ast.SchemaItem): void {
  if (!node.name) return;
  const name = normalizeName(node.name);
  const item = parent.children.get(name) ?? emptySchema(name);
  parent.children.set(name, item);
  for (const option of node.options) applyOption(item, option);
  const owner = saysEach(node) ? eachOf(item) : item;
  for (const child of node.items) addItem(owner, child);
}

function saysEach({ options }: ast.Schema | ast.SchemaItem): boolean {
  return options.some(({ option }) => option === '每个');
}

/** What the author calls his items is his own; they may say more than is declared where any name is accepted. */
function eachOf(item: SchemaItem): SchemaItem {
  item.open = true;
  item.each ??= emptySchema('', true);
  return item.each;
}

function applyOption(item: SchemaItem, option: ast.SchemaOption): void {
  if (option.option === '开放') item.open = true;
  else if (option.option === '文字') item.text = true;
  else if (option.option === '按功能科目') item.coded = 'functional';
  else if (option.option === '按经济科目') item.coded = 'economic';
  else if (option.alias) item.aliases.push(normalizeName(option.alias));
  else if (option.unit) item.unit = option.unit;
}
