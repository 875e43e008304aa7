export interface DelimitedRecord {
  /** Line of the record's first cell, zero-based. */
  line: number;
  cells: string[];
}

// A quoted cell, in which "" is one quote and line breaks are allowed, or anything up to the delimiter.
const cellPatterns = {
  ',': /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/y,
  '\t': /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y,
};

/** Records of comma- or tab-separated text as RFC 4180 describes it; never fails, stray quotes are text. */
export function* delimitedRecords(text: string, delimiter: ',' | '\t'): Iterable<DelimitedRecord> {
  const pattern = new RegExp(cellPatterns[delimiter]);
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let line = 0;
  let record: DelimitedRecord = { line, cells: [] };
  while (pattern.lastIndex < source.length) {
    const [all, quoted, plain = '', end] = pattern.exec(source)!;
    record.cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    line += all.split('\n').length - 1;
    if (end === delimiter) continue;
    yield record;
    record = { line, cells: [] };
  }
  if (record.cells.length > 0) yield record;
}
