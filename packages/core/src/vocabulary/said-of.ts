import { attributes } from './attributes.js';
import { blocks } from './blocks.js';
import { knownMeasure, type MeasureRole, measureEntryNamed } from './measures.js';
import type { LineKind, Offered } from './offered.js';
import { wordTable } from './word-table.js';

/** What the lines of a block are, and of what stands around them; of any other block the author may say anything. */
const kindsOfLines = wordTable<readonly LineKind[]>({
  [blocks.income]: ['item'],
  [blocks.expenditure]: ['item', 'expenditure', 'economic'],
  [blocks.basicExpenditure]: ['item', 'economic'],
  [blocks.projectExpenditure]: ['item', 'economic'],
  [blocks.fiscalBalance]: ['item'],
  [blocks.carryOver]: ['item', 'carryOver'],
  [blocks.threePublic]: ['item', 'threePublic'],
});

const ofCode: readonly LineKind[] = ['item', 'expenditure', 'economic', 'incomeBySubject'];

/** Measures that are the columns of one kind of table. 上年 or 批次 may be said of anything. */
const columns = new Set<MeasureRole>(['nature', 'source', 'carryOver', 'amount', 'target', 'score']);

/** Words that are said of one kind of thing alone. */
const ofOneKind = new Map<string, Offered>([
  ...attributes.flatMap(({ name, offered }) => (offered ? [[name, offered] as const] : [])),
  ['评价', { project: 0 }],
  ['类别', { unit: 0 }],
  ['方向', { indicator: 0 }],
  ['一级', { indicator: 0 }],
  ['二级', { indicator: 0 }],
  ['三级', { indicator: 0 }],
]);

/**
 * Whether a measure or a word that the language knows may be said of what stands there: 收入.财政拨款 is nothing that
 * a report could give, while each line of 收入 按科目 has it.
 */
export function mayBeSaidOf(path: readonly string[], code: string | undefined, word: string): boolean {
  const offered = offeredTo(word);
  const kinds = kindsAt(path, code);
  return !offered || !kinds || kinds.some((kind) => offered[kind] !== undefined);
}

function offeredTo(word: string): Offered | undefined {
  const measure = knownMeasure(word);
  const entry = measure === undefined ? undefined : measureEntryNamed(measure);
  if (!entry) return ofOneKind.get(word);
  return entry.roles.some((role) => columns.has(role)) ? entry.offered : undefined;
}

function kindsAt(
  [block = '', ...below]: readonly string[],
  code: string | undefined,
): readonly LineKind[] | undefined {
  if (code !== undefined) return ofCode;
  const kinds = kindsOfLines[block];
  return block === blocks.income && below[0] === blocks.bySubject ? ofCode : kinds;
}
