import {
  convert,
  isMoneyUnit,
  knownMeasure,
  parseFigure,
  roundTo,
  type SchemaItem,
  schemaBelow,
  unitOfMeasure,
} from '@fiscal/core';
import type { WrittenUnit } from './outline.js';
import type { FigureStatement, OtherUnit } from './reading.js';

/** A figure, and what stands above the table that it is of: 单位：元. */
export interface FigureInUnit {
  statement: FigureStatement;
  unit: WrittenUnit | undefined;
}

/**
 * Figures in the report's own unit of money. A table in another one is converted, unless what the report says
 * elsewhere shows that only the words above the table are wrong.
 */
export function inOneUnit(
  all: readonly FigureInUnit[],
  moneyUnit: string,
  schema: SchemaItem,
): { figures: FigureStatement[]; otherUnits: OtherUnit[] } {
  const known = new Map<string, string[]>();
  const tables = new Set<WrittenUnit>();
  for (const { statement, unit } of all) {
    if (unit && unit.name !== moneyUnit) tables.add(unit);
    else if ('digits' in statement.said)
      known.set(keyOf(statement), [...(known.get(keyOf(statement)) ?? []), statement.said.digits]);
  }
  if (tables.size === 0) return { figures: all.map(({ statement }) => statement), otherUnits: [] };
  const amounts = [...new Set([...known.values()].flat())].filter((digits) => digits.length > 4);
  const otherUnits = [...tables].flatMap((unit): OtherUnit[] => {
    const own = all.flatMap((one) =>
      one.unit === unit && isMoney(one.statement, schema) ? [one.statement] : [],
    );
    const agreeing = (
      figure: (one: FigureStatement) => FigureStatement,
      of: (one: FigureStatement) => readonly string[],
    ) => own.filter((one) => of(one).some((digits) => isSame(figure(one), digits))).length;
    const more = (of: (one: FigureStatement) => readonly string[]) =>
      agreeing((one) => one, of) - agreeing((one) => converted(one, unit.name, moneyUnit), of);
    // What only this table says may stand elsewhere under another name: 收入合计 and 本年收入合计.
    const difference = more((one) => known.get(keyOf(one)) ?? []) || more(() => amounts);
    return difference > 0 ? [{ written: unit.name, meant: moneyUnit, place: unit.place }] : [];
  });
  const wrong = new Set(otherUnits.map(({ place }) => place));
  const figures = all.flatMap(({ statement, unit }) => {
    if (!unit || !tables.has(unit) || wrong.has(unit.place) || !isMoney(statement, schema))
      return [statement];
    const own = converted(statement, unit.name, moneyUnit);
    // 31214205.80 元 is what 3121.42 万元 says in fewer digits.
    const isSaid = known.get(keyOf(statement))?.some((digits) => isSame(own, digits));
    return isSaid ? [] : [own];
  });
  return { figures, otherUnits };
}

function keyOf({ path }: FigureStatement): string {
  return path.join('\n');
}

function converted(statement: FigureStatement, from: string, to: string): FigureStatement {
  const amount = 'digits' in statement.said ? parseFigure(statement.said.digits) : undefined;
  const digits = amount && convert(amount, from, to)?.toFixed();
  return digits === undefined ? statement : { ...statement, said: { digits } };
}

/** Amounts that are not nothing, and equal in the digits that both have. */
function isSame({ said }: FigureStatement, digits: string): boolean {
  const [one, other] = ['digits' in said ? parseFigure(said.digits) : undefined, parseFigure(digits)];
  if (!one || !other || one.isZero()) return false;
  const decimals = Math.min(one.decimalPlaces(), other.decimalPlaces());
  return roundTo(one, decimals).equals(roundTo(other, decimals));
}

/** Neither counted nor a percentage. */
function isMoney({ path }: FigureStatement, schema: SchemaItem): boolean {
  const measure = path.length > 1 ? knownMeasure(path.at(-1)!) : undefined;
  const unit = measure === undefined ? undefined : unitOfMeasure(measure, '元');
  if (unit !== undefined) return isMoneyUnit(unit);
  const names = measure === undefined ? path : path.slice(0, -1);
  const item = names.reduce<SchemaItem | undefined>(schemaBelow, schema);
  return item?.unit === undefined || isMoneyUnit(item.unit);
}
