import { convert, percent } from '../../number/unit.js';
import { absolute } from '../arithmetic.js';
import { type FigureFormat, type FigureValue, textValue, unknown } from '../evaluated.js';
import { reportUnitMismatch } from '../problems.js';
import { asDeclared, type FilterName } from '../../vocabulary/filters.js';
import { digitsArgument, requiredArgument, unitArgument, writtenName } from './arguments.js';
import { type Filter, type FilterCall, figureFilter, operandOrigin } from './filter.js';

/** How one figure is shown, and in which unit. */
export const figureFilters = {
  绝对值: figureFilter(absolute),
  千分位: figureFilter((figure, call) => formatted(figure, { thousands: true, ...decimalsOf(call) })),
  小数: figureFilter(fixed),
  百分比: figureFilter(asPercentage),
  换算: figureFilter(converted),
  单位: figureFilter(({ unit }) => textValue(unit)),
  带单位: (call) => (call.operand.kind === 'text' ? call.operand : withUnit(call)),
} satisfies Partial<Record<FilterName, Filter>>;

/** Targets may be words (目标 "优良"): those have no unit. */
const withUnit = figureFilter((figure) => formatted(figure, { unit: true }));

/** `金额 | 小数 1`, `金额 | 小数 原样`: as many as the report declares. */
function fixed(figure: FigureValue, call: FilterCall): FigureValue {
  const argument = requiredArgument(call);
  if (!argument || writtenName(argument) !== asDeclared) return formatted(figure, decimalsOf(call));
  const { decimals = figure.value?.decimalPlaces() ?? 0 } = figure;
  return formatted(figure, { decimals });
}

/** A bare number becomes points: 0.88 → 88%. */
function asPercentage(figure: FigureValue, call: FilterCall): FigureValue {
  const digits = decimalsOf(call);
  const format = digits.decimals === undefined ? { decimals: call.scope.percentDecimals } : digits;
  if (figure.unit === percent) return formatted(figure, digits);
  const points = figure.value && { value: figure.value.times(100) };
  return formatted({ ...figure, ...points, unit: percent }, format);
}

/** `金额 | 换算 亿元`, with the declared decimals in the new unit. */
function converted(figure: FigureValue, call: FilterCall): FigureValue | typeof unknown {
  const argument = requiredArgument(call);
  const unit = argument && unitArgument(argument, call, figure.unit);
  if (unit === undefined) return unknown;
  // Of what is not known only the unit can be told: which one it had is not known either.
  if (!figure.value) return { ...figure, unit };
  const value = convert(figure.value, figure.unit, unit);
  if (value) return { ...figure, value, unit };
  reportUnitMismatch(call.scope, operandOrigin(call), figure, unit);
  return unknown;
}

function decimalsOf(call: FilterCall): FigureFormat {
  const [argument] = call.expression.arguments;
  const decimals = argument && digitsArgument(argument, call);
  return decimals === undefined ? {} : { decimals };
}

function formatted(figure: FigureValue, format: FigureFormat): FigureValue {
  return { ...figure, format: { ...figure.format, ...format } };
}
