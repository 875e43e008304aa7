import { below, childrenOf, parseXml, partsOf, textOf, type XmlElement } from './read-zip.js';

/** What stands in a Word file, paragraph by paragraph, those of cells in their place; without the list of contents. */
export function paragraphsOf(file: Uint8Array): string[] {
  const paragraphs = below(bodyOf(file), 'w:p').filter((paragraph) => !isContents(paragraph));
  return paragraphs.map(paragraphText).filter((text) => text !== '');
}

/** The lines of the list of contents. */
export function contentsOf(file: Uint8Array): string[] {
  return below(bodyOf(file), 'w:p').filter(isContents).map(paragraphText);
}

export function bodyOf(file: Uint8Array): XmlElement {
  return parseXml(partsOf(file).get('word/document.xml')!);
}

function isContents(paragraph: XmlElement): boolean {
  const [style] = below(paragraph, 'w:pStyle');
  return /^TOC\d$/.test(style?.attributes['w:val'] ?? '');
}

/** A tab is a tab, a line break a blank; what stands in instructions of fields is not shown. */
function paragraphText(paragraph: XmlElement): string {
  return below(paragraph, 'w:r')
    .flatMap((run) => below(run, 'w:t', 'w:tab', 'w:br'))
    .map((part) => (part.name === 'w:t' ? textOf(part) : part.name === 'w:tab' ? '\t' : ' '))
    .join('');
}

export interface ReadTable {
  /** Texts of the cells that begin here, by rows. */
  rows: string[][];
  headerRows: number;
}

/** Every table, without the cells that a merge covers. */
export function tablesOf(file: Uint8Array): ReadTable[] {
  return below(bodyOf(file), 'w:tbl').map((table) => {
    const rows = childrenOf(table, 'w:tr');
    return {
      rows: rows.map((row) => childrenOf(row, 'w:tc').filter(begins).map(cellText)),
      headerRows: rows.filter((row) => below(row, 'w:tblHeader').length > 0).length,
    };
  });
}

function begins(cell: XmlElement): boolean {
  const [merge] = below(cell, 'w:vMerge');
  return !merge || merge.attributes['w:val'] === 'restart';
}

function cellText(cell: XmlElement): string {
  return below(cell, 'w:p').map(paragraphText).join('\n');
}
