/**
 * Takes a batch of checked codes and names into the catalogue, by hand:
 *
 *     node packages/library/take-in.mjs <folder of the batch> <batch> [folder of the catalogue]
 *
 * Raises `verified` where the batch has code and name together, and lists what the batch says that the catalogue
 * does not: renames, withdrawals and unsettled names need a year and a judgement, so a person writes them.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tables = ['functional', 'economic', 'gov_economic', 'revenue'];
/** Weakest first. */
const ranks = ['recall-only', 'code-in-data', 'name-in-report', 'document', 'report'];
/** What the kinds of evidence of a batch are worth: a notice and its copy are documents alike. */
const worth = {
  report: 'report',
  notice: 'document',
  'notice-copy': 'document',
  'notice-path': 'document',
  'catalogue-copy': 'document',
  'table-flattened': 'document',
};

const [batchFolder, batch, catalogFolder = fileURLToPath(new URL('catalog', import.meta.url))] =
  process.argv.slice(2);
if (!batch) throw new Error('node take-in.mjs <folder of the batch> <batch> [folder of the catalogue]');

const entries = new Map(
  tables.flatMap((table) => rowsOf(catalogFolder, table)).map((row) => [row.code, row]),
);
const history = rowsOf(catalogFolder, 'history');

const raised = batchRows('confirmed').filter(raise);
for (const table of tables.filter(isThere)) writeTable(table);
const open = new Set([
  ...batchRows('confirmed').flatMap(confirmedOtherwise),
  ...batchRows('history').flatMap(unknownChange),
  ...batchRows('corrections').flatMap(unsettledName),
  ...batchRows('missing').flatMap(missingCode),
]);
console.log(`核实程度提高的：${raised.length} 行`);
console.log(`要手工处理的：${open.size} 条`);
for (const line of open) console.log(`  ${line}`);

/** Raises the row's tag where the batch knows better; nothing is ever lowered. */
function raise({ code, name, tier }) {
  const entry = entries.get(code);
  const verified = worth[tier];
  if (entry?.name !== name || ranks.indexOf(verified) <= ranks.indexOf(entry.verified)) return false;
  entry.verified = verified;
  return true;
}

function confirmedOtherwise({ code, name, tier }) {
  if (!worth[tier]) return [`${code} ${name}：依据“${tier}”不认识`];
  const known = entries.get(code)?.name;
  return known === name ? [] : [`${code} ${name}：目录里是“${known ?? '没有'}”`];
}

/** A change that the history of the code does not have; a former name that is right today too needs none. */
function unknownChange({ code, old, new: renamed }) {
  const changes = history.filter((change) => change.code === code);
  if (!old)
    return changes.some((change) => change.new === renamed) ? [] : [`${code} 增设 ${renamed}：沿革里没有`];
  return changes.some((change) => change.old === old) || isAlternative(code, old)
    ? []
    : [`${code} ${old}：沿革里没有`];
}

/** 其它 is 其他, and a slip of one document is no name. */
function unsettledName({ code, seen, kind }) {
  if (kind === 'spelling' || kind === 'short' || kind === 'report-error') return [];
  if (kind !== 'unresolved') return unknownChange({ code, old: seen });
  return isAlternative(code, seen) ? [] : [`${code} ${seen}：没有定论，alternatives 里没有`];
}

function missingCode({ code, name }) {
  return entries.has(code) ? [] : unknownChange({ code, old: name });
}

function isAlternative(code, name) {
  return entries.get(code)?.alternatives?.includes(name) ?? false;
}

function batchRows(part) {
  return rowsOf(batchFolder, `${part}-${batch}`);
}

function rowsOf(folder, table) {
  const path = join(folder, `${table}.jsonl`);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function isThere(table) {
  return existsSync(join(catalogFolder, `${table}.jsonl`));
}

function writeTable(table) {
  const lines = rowsOf(catalogFolder, table).map(({ code }) => `${line(entries.get(code))}\n`);
  writeFileSync(join(catalogFolder, `${table}.jsonl`), lines.join(''));
}

/** {"code": "201", "name": …}, as the tables are written. */
function line(row) {
  const cells = Object.entries(row).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{${cells.join(', ')}}`;
}
