import type { CatalogKind } from '../../catalog/catalog.js';
import type { FactBase } from '../../model/fact-base.js';
import { Decimal } from '../../number/decimal.js';
import {
  attributeValue,
  type Evaluated,
  listValue,
  numberValue,
  textValue,
  unwritten,
} from '../evaluated.js';
import type { PathSegment } from '../../model/expression.js';
import { isLevel } from '../../knowledge/line-tree.js';

const catalogue = '目录';

const catalogues = new Map<string, CatalogKind>([
  ['功能分类', 'functional'],
  ['经济分类', 'economic'],
  ['政府经济分类', 'government-economic'],
  ['收入分类', 'revenue'],
]);

/** What is said of the report as a whole. */
const properties = new Map<string, (base: FactBase) => Evaluated>([
  ['年度', ({ year }) => numberValue(new Decimal(year))],
  ['名称', ({ name }) => textValue(name)],
  ['全称', ({ name }) => textValue(name)],
  ['简称', (base) => property(base, '简称') ?? textValue(base.name)],
  ['公开时间', (base) => property(base, '公开时间') ?? unwritten],
  ['种类', ({ kind }) => textValue(kind.replace(/决算$/, ''))],
  ['货币单位', ({ moneyUnit }) => textValue(moneyUnit)],
]);

export const rootNames: readonly string[] = [...properties.keys(), catalogue];

export function rootProperty(base: FactBase, name: string): Evaluated | undefined {
  return properties.get(name)?.(base);
}

/** 目录.功能分类.类: the rows of a level, in code order. Undefined when the path is not of the catalogue. */
export function catalogueRows(base: FactBase, segments: readonly PathSegment[]): Evaluated | undefined {
  const [root, table, level] = segments.map(({ name }) => name);
  const kind = root === catalogue && table !== undefined ? catalogues.get(table) : undefined;
  if (!kind || !isLevel(level)) return undefined;
  return listValue(base.catalog.list(kind, level).map((entry) => ({ kind: 'entry', base, entry })));
}

function property(base: FactBase, name: string): Evaluated | undefined {
  const attribute = base.root.attributes.get(name);
  return attribute && attributeValue(attribute);
}
