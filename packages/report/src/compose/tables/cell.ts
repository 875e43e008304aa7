import {
  evaluate,
  isMoneyUnit,
  isNonZero,
  type Piece,
  printed,
  type Scope,
  withVariables,
} from '@fiscal/core';
import type { Expression } from '@fiscal/core';
import type { Inline } from '../../document/document.js';
import { inlinesOf, numbered } from '../inlines.js';
import { isLeftOpen } from '../print-figure.js';
import type { Settings } from '../settings.js';
import type { Column } from './columns.js';

/** A cell as composed, with what the table has to know of it. */
export interface Cell {
  content: Inline[];
  /** A figure that is neither zero nor missing, or one that is still open: nobody may call the table empty. */
  hasValue: boolean;
  /** Figures in it: money, something else, or none at all. */
  figures: 'money' | 'other' | 'none';
}

export const blankCell: Cell = { content: [], hasValue: false, figures: 'none' };

/** One cell: the row's own expression or that of the column, with the variables of both. */
export function composeCell(
  expression: Expression | undefined,
  column: Column,
  rowScope: Scope,
  settings: Settings,
): Cell {
  if (!expression) return blankCell;
  const scope = withVariables(rowScope, column.variables);
  const pieces = printed(evaluate(expression, scope), scope, expression.origin);
  const place = column.form === 'figure' ? 'table' : 'text';
  const content = inlinesOf(pieces, scope, settings, place).filter(
    (inline) => !('text' in inline) || inline.text !== '',
  );
  if (column.form === 'text')
    return { content: numbered(indentationOf(pieces), content), hasValue: false, figures: 'none' };
  return { content, hasValue: pieces.some(isValue), figures: kindOfFigures(pieces) };
}

/** Full-width blanks that the template begins a row's title with: 　其中：外事接待费. */
function indentationOf([first]: readonly Piece[]): string {
  return first?.kind === 'text' && !first.authored ? /^\u3000*/.exec(first.text)![0] : '';
}

/** A bare number, as 序号, is no value of the report. */
function isValue(piece: Piece): boolean {
  if (piece.kind !== 'figure' || piece.figure.unit === '') return false;
  return isNonZero(piece.figure) || isLeftOpen(piece.figure);
}

function kindOfFigures(pieces: readonly Piece[]): Cell['figures'] {
  const units = pieces.flatMap((piece) => (piece.kind === 'figure' ? [piece.figure.unit] : []));
  if (units.some(isMoneyUnit)) return 'money';
  return units.some((unit) => unit !== '') ? 'other' : 'none';
}
