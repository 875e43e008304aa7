import { below, childrenOf, parseXml, partsOf, textOf, type XmlElement } from './read-zip.js';

export interface ReadSheet {
  name: string;
  /** Rows from the first to the last that has a cell; a number stands as it is written. */
  rows: string[][];
  /** A1:B2. */
  merges: string[];
  frozenRows: number;
  printTitles?: string;
}

/** What stands in a workbook, sheet by sheet. */
export function sheetsOf(file: Uint8Array): ReadSheet[] {
  const parts = partsOf(file);
  const book = parseXml(parts.get('xl/workbook.xml')!);
  const names = below(book, 'definedName');
  return below(book, 'sheet').map(({ attributes }, index) => {
    const sheet = parseXml(parts.get(`xl/worksheets/sheet${index + 1}.xml`)!);
    const titles = names.find((name) => name.attributes['localSheetId'] === String(index));
    return {
      name: attributes['name']!,
      rows: below(sheet, 'row').map(cellsOf),
      merges: below(sheet, 'mergeCell').map((cell) => cell.attributes['ref']!),
      frozenRows: Number(below(sheet, 'pane')[0]?.attributes['ySplit'] ?? 0),
      ...(titles && { printTitles: textOf(titles) }),
    };
  });
}

function cellsOf(row: XmlElement): string[] {
  return childrenOf(row, 'c').map((cell) => decoded(below(cell, 'v', 't').map(textOf).join('')));
}

/** Excel reads the code of a letter between _x and _. */
function decoded(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The format and the value of every number. */
export function numbersOf(file: Uint8Array, sheet: number): { value: string; format: string }[] {
  const parts = partsOf(file);
  const styles = parseXml(parts.get('xl/styles.xml')!);
  const formats = new Map(
    below(styles, 'numFmt').map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode']!]),
  );
  const looks = below(below(styles, 'cellXfs')[0]!, 'xf').map(({ attributes }) => attributes['numFmtId']);
  const cells = below(parseXml(parts.get(`xl/worksheets/sheet${sheet + 1}.xml`)!), 'c');
  return cells.flatMap((cell) => {
    const [value] = childrenOf(cell, 'v');
    const format = formats.get(looks[Number(cell.attributes['s'])]);
    return value ? [{ value: textOf(value), format: format ?? '' }] : [];
  });
}
