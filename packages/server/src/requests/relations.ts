import { Decimal, type Operand, type RelationDescription } from '@fiscal/core';
import { signedText } from '../numbers.js';
import type { FactsResult, OperandRow, RelationRow } from '../protocol.js';
import { words } from '../words.zh.js';
import type { Examination } from '../workspace/examinations.js';

const outcomes = { agree: 'agree', explained: 'tail', differ: 'differ', blocked: 'unchecked' } as const;

/** Every relation between the figures of a file's reports, in the order of the source. */
export function relations({ relations }: Examination): FactsResult {
  const rows = relations.all.map((outcome) => outcome.describe());
  return {
    relations: rows.sort((a, b) => a.origin.range.start.line - b.origin.range.start.line).map(relationRow),
  };
}

function relationRow(relation: RelationDescription): RelationRow {
  const { rule, title, mode, outcome, difference, unit, missing, origin } = relation;
  return {
    rule,
    title,
    sign: mode === 'ratio' ? '=' : words.signs[mode],
    left: relation.left.map(operandRow),
    right: relation.right.map(operandRow),
    outcome: outcomes[outcome],
    difference: difference === '' ? '' : signedText(new Decimal(difference), unit),
    missing: missing.map(({ label }) => label),
    origin: { uri: origin.uri, ...origin.range.start },
  };
}

function operandRow({ label, path, value, unit, sign, derived, origin }: Operand): OperandRow {
  return {
    label,
    path,
    value: value.replace('-', '−'),
    unit,
    sign: sign === 1 ? '+' : '−',
    derived,
    ...(origin && { origin: { uri: origin.uri, ...origin.range.start } }),
  };
}
