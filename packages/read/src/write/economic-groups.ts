import { blocks, type Catalog, finalAccounts, parseFigure } from '@fiscal/core';
import { plain } from '../published/readable.js';
import { newNode, type SourceNode } from './source-tree.js';

/** Where the author listed the lines of a group in words. */
const listed = '所列';

/** Lines of 基本支出 stand below 人员经费 and 公用经费, as far as those are written. */
export function groupEconomicLines(root: SourceNode, catalog: Catalog): void {
  const block = root.children.get(blocks.basicExpenditure);
  if (!block) return;
  for (const line of [...block.children.values()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const group = catalog.find('economic', line.name.slice(0, 3))?.group;
    const owner = group === undefined ? undefined : block.children.get(group);
    if (!owner || !/^3\d+$/.test(line.name)) continue;
    block.children.delete(line.name);
    owner.children.set(line.name, line);
  }
  for (const group of block.children.values()) dropNeedlessList(group, catalog);
}

/** 主要包括 all lines that have an amount: the template lists them by itself. Where none has one, they are named alone. */
function dropNeedlessList(group: SourceNode, catalog: Catalog): void {
  const words = group.texts.get(listed);
  if (words === undefined) return;
  const written = plain(words).replace(/等$/, '').split('、');
  const lines = [...group.children.values()].filter((line) => line.name.length === 5 && hasAmount(line));
  if (lines.length === 0) return nameLines(group, written, catalog);
  const own = lines.map(({ name, label }) => plain(label ?? catalog.find('economic', name)?.name ?? name));
  if (written.sort().join('、') === own.sort().join('、')) group.texts.delete(listed);
}

/** 30101 基本工资, without an amount: the document only says that there was one. */
function nameLines(group: SourceNode, names: readonly string[], catalog: Catalog): void {
  const entries = names.map((name) => catalog.list('economic', '款').find((one) => plain(one.name) === name));
  if (entries.includes(undefined)) return;
  group.texts.delete(listed);
  for (const entry of entries)
    if (entry && !group.children.has(entry.code))
      group.children.set(entry.code, { ...newNode(entry.code), label: entry.name, isNamed: true });
}

function hasAmount({ figures }: SourceNode): boolean {
  const [said] = figures.get(finalAccounts) ?? [];
  return said !== undefined && 'digits' in said && parseFigure(said.digits)?.isZero() === false;
}
