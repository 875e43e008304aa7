import { finalAccounts } from '../../vocabulary/measures.js';
import { Decimal } from '../../number/decimal.js';
import { calculate, nothing } from '../arithmetic.js';
import {
  type Evaluated,
  type FigureValue,
  type Lacking,
  listValue,
  numberValue,
  type Piece,
  saidIn,
  textValue,
  unwritten,
} from '../evaluated.js';
import { evaluate, holds } from '../evaluate.js';
import { subjectAt } from '../../knowledge/ask.js';
import { comparePositions, type Position } from '../../model/origin.js';
import { pathNames } from '../../model/path.js';
import type { Subject } from '../../model/subject.js';
import { amountOf, lackingAt, toFigure } from '../figures.js';
import { membersOf } from '../paths/members.js';
import { restsOn } from '../provenance.js';
import { resolveBelow } from '../paths/resolve-path.js';
import { silently, withVariables } from '../scope.js';
import { printed } from '../texts/evaluate-text.js';
import { wordsOf } from '../texts/words.js';
import { eachMember, type FilterName } from '../../vocabulary/filters.js';
import { nameArgument, requiredArgument, wordsArgument } from './arguments.js';
import { type Filter, type FilterCall, operandOrigin } from './filter.js';

/** What is asked of a list as a whole; a subject stands for its members. */
export const listFilters = {
  个数: count,
  求和: sum,
  连接: join,
  首: (call) => members(call)[0] ?? unwritten,
  末: (call) => members(call).at(-1) ?? unwritten,
  并: concatenate,
  排序: sort,
  其中: choose,
  原序: (call) => listValue(inSourceOrder(members(call)), lackingOf(call)),
} satisfies Partial<Record<FilterName, Filter>>;

function members(call: FilterCall): Evaluated[] {
  return membersOf(call.operand, call.scope, operandOrigin(call));
}

/** One line of a classification is the sum of itself. */
function summands(call: FilterCall): Evaluated[] {
  const { operand } = call;
  return isLine(operand) ? [operand] : members(call);
}

function isLine(value: Evaluated): boolean {
  if (value.kind === 'subject') return value.subject.code !== undefined;
  return value.kind === 'absent-subject' && value.code !== undefined;
}

/** Lines of a missing block that its list may lack; units, and what they list, of whose reports one could not be had. */
function lackingOf({ operand, scope }: FilterCall): Lacking | undefined {
  if (operand.kind === 'list') return operand.lacking;
  if (operand.kind === 'subject') return lackingAt(operand.subject.base, operand.subject.names, scope);
  return operand.kind === 'absent-subject'
    ? lackingAt(operand.base, pathNames(operand.path), scope)
    : undefined;
}

/** How many there are; where there may be more it is printed as 未填. */
function count(call: FilterCall): Evaluated {
  const lacking = lackingOf(call);
  return { ...numberValue(new Decimal(members(call).length)), ...(lacking && { lacking }) };
}

/** `项目 | 求和 执行`; absent when no member says anything, and the figure of the only one that does. */
function sum(call: FilterCall): Evaluated {
  const { scope, expression } = call;
  const figures = measured(call, summands(call)).map(({ figure }) => figure);
  const said = figures.filter(({ state, lacking }) => state !== 'absent' || lacking);
  const lacking = lackingOf(call);
  if (lacking) said.push({ ...nothing('', undefined), lacking });
  if (said.length < 2) return said[0] ?? nothingIn(figures);
  const total = said.reduce((sum, figure) => calculate('+', sum, figure, scope, expression.origin));
  return { ...total, facts: scope.lists.shared(said.map(restsOn)) };
}

/** Of a unit that is only guessed, as that of all of them is. */
function nothingIn(figures: readonly FigureValue[]): FigureValue {
  const unit = figures.findLast((figure) => figure.unit !== '')?.unit ?? '';
  const decimals = figures.flatMap((figure) => figure.decimals ?? []);
  return nothing(unit, decimals.length > 0 ? decimals.reduce((a, b) => (a > b ? a : b)) : undefined);
}

/** `项目 | 排序 执行`: the largest first, equals as they were. */
function sort(call: FilterCall): Evaluated {
  const amount = (figure: FigureValue) => amountOf(figure) ?? new Decimal(0);
  const sorted = measured(call).sort((a, b) => amount(b.figure).comparedTo(amount(a.figure)));
  return listValue(
    sorted.map(({ member }) => member),
    lackingOf(call),
  );
}

/**
 * `单位 | 其中 (此.类别 = "事业")`: members for which the condition holds. What a list may lack is nothing that is known
 * to fulfil one.
 */
function choose(call: FilterCall): Evaluated {
  const condition = requiredArgument(call);
  if (!condition) return listValue(members(call));
  const fits = (member: Evaluated, scope = call.scope) =>
    holds(condition, withVariables(scope, [[eachMember, member]]));
  const lacking = lackingOf(call);
  const mayLack = lacking && fits(unwritten, silently(call.scope)) ? lacking : undefined;
  return listValue(
    members(call).filter((member) => fits(member)),
    mayLack,
  );
}

/** As the author wrote them; what nobody wrote comes last. */
function inSourceOrder(members: readonly Evaluated[]): Evaluated[] {
  const placed = members.map((member) => ({
    member,
    place: member.kind === 'subject' ? writtenAt(member.subject) : undefined,
  }));
  return placed.sort((a, b) => comparePlaces(a.place, b.place)).map(({ member }) => member);
}

/** How many reports come before that in which it is written, and its place there. */
interface Place {
  readonly report: number;
  readonly position: Position;
}

/** In the report itself, or in the first of its units that writes it. */
function writtenAt({ origin, base, names }: Subject): Place | undefined {
  if (origin) return { report: 0, position: origin.range.start };
  for (const [index, unit] of base.units.entries()) {
    const theirs = subjectAt(unit, names);
    const place = theirs && writtenAt(theirs);
    if (place) return { ...place, report: index + 1 };
  }
  return undefined;
}

function comparePlaces(a: Place | undefined, b: Place | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return a.report - b.report || comparePositions(a.position, b.position);
}

/** Members with the figure that the argument names, 决算 without one. */
function measured(
  call: FilterCall,
  all: readonly Evaluated[] = members(call),
): { member: Evaluated; figure: FigureValue }[] {
  const [argument] = call.expression.arguments;
  const names = argument && nameArgument(argument, call);
  if (argument && !names) return [];
  const isOwn = !names || (names.length === 1 && names[0]!.name === finalAccounts);
  return all.flatMap((member) => {
    const meant = isOwn ? member : resolveBelow(member, names, call.scope);
    const figure = toFigure(meant, call.scope, operandOrigin(call));
    return figure ? [{ member, figure }] : [];
  });
}

/** `单位 | 连接`, `单位 | 连接 "；"`: names and texts one after another. */
function join(call: FilterCall): Evaluated {
  const separator = wordsArgument(call, call.expression.arguments[0]) ?? '、';
  const between: Piece[] = separator ? [{ kind: 'text', text: separator, authored: false }] : [];
  const named = members(call).map((member) => namePieces(member, call));
  const joined = named.flatMap((pieces, index) => (index > 0 ? [...between, ...pieces] : pieces));
  return { kind: 'text', pieces: joined };
}

function namePieces(member: Evaluated, call: FilterCall): Piece[] {
  if (member.kind === 'figure' || member.kind === 'text')
    return printed(member, call.scope, operandOrigin(call));
  return textValue(wordsOf(member) ?? '', saidIn(member)).pieces;
}

function concatenate(call: FilterCall): Evaluated {
  const first = requiredArgument(call);
  if (!first) return listValue(members(call));
  const others = call.expression.arguments.flatMap((argument) =>
    membersOf(evaluate(argument, call.scope), call.scope, argument.origin),
  );
  return listValue([...members(call), ...others], lackingOf(call));
}
