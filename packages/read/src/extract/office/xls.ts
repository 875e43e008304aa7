import { read, type WorkBook, write } from '@e965/xlsx';
import type { Published } from '../../published/published.js';
import { UnreadableError } from '../unreadable.js';
import { mostRows, readXlsx } from './xlsx.js';

/**
 * An Excel workbook in the older format (Excel 97 to 2003, and what WPS saves under its name): made into one of today,
 * with its formats of numbers and its merged cells, and read like that.
 */
export function readXls(bytes: Uint8Array): Published {
  const workbook = opened(bytes);
  const copy = write(workbook, { type: 'array', bookType: 'xlsx', bookSST: true }) as ArrayBuffer;
  return readXlsx(new Uint8Array(copy));
}

function opened(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      sheetRows: mostRows,
    });
  } catch (error) {
    const isProtected = error instanceof Error && /password/i.test(error.message);
    throw new UnreadableError(isProtected ? 'encrypted' : 'broken');
  }
}
