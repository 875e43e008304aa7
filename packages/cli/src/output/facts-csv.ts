import { stringify } from 'csv-stringify/sync';
import type { ListedFact } from '../engine.js';
import { messages } from '../messages.zh.js';
import { placeOf } from './place.js';

/** Facts for a spreadsheet: UTF-8 with BOM (Excel needs it), CRLF, texts that look like formulas made harmless. */
export function factsCsv(facts: ListedFact[], cwd: string): string {
  const rows = facts.map(({ path, label, value, unit, state, rule, origin }) => ({
    path,
    label,
    value: value ?? '',
    unit,
    state: messages.factStates[state],
    rule: rule ?? '',
    place: origin ? placeOf(origin, cwd) : '',
  }));
  const keys = ['path', 'label', 'value', 'unit', 'state', 'rule', 'place'];
  return stringify(rows, {
    bom: true,
    header: true,
    record_delimiter: 'windows',
    columns: keys.map((key, index) => ({ key, header: messages.factColumns[index]! })),
    escape_formulas: true,
    // A negative figure begins with a minus and is no formula.
    cast: {
      string: (text, { column }) => (column === 'value' ? { value: text, escape_formulas: false } : text),
    },
  });
}
