import type { ReportDocument } from '../document/document.js';
import { plainText } from '../document/plain-text.js';
import { tablesIn } from '../document/tables-in.js';
import type { Means } from '../means.js';
import { words } from '../words.js';
import { contentsSheet, dataSheet, type Listed } from './list-sheets.js';
import type { Sheet } from './sheet.js';
import { SheetNames } from './sheet-names.js';
import { tableSheet } from './table-sheet.js';
import { workbook } from './workbook.js';

/** Every table of the report as a sheet, after a list of them; then every figure. The same report gives the same bytes. */
export function renderXlsx(document: ReportDocument, { facts }: Means): Uint8Array {
  const names = new SheetNames();
  const contents = names.nameFor(words.contents);
  const data = facts ? { name: names.nameFor(words.factSheet), facts: facts() } : undefined;
  const listed = tablesIn(document.blocks).map(
    ({ table, name }): Listed => ({
      table,
      title: name,
      name: names.nameFor(plainText(table.label) || name),
    }),
  );
  const sheets: Sheet[] = [
    contentsSheet(document.title, listed, data?.name, contents),
    ...listed.map(({ table, name }) => tableSheet(table, name)),
    ...(data ? [dataSheet(data.facts, data.name)] : []),
  ];
  return workbook(document.title, sheets);
}
