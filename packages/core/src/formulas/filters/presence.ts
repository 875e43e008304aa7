import { finalAccounts } from '../../vocabulary/measures.js';
import { type Evaluated, type FigureState, type FigureValue, truthValue, unknown } from '../evaluated.js';
import { evaluate } from '../evaluate.js';
import { absentFigure, figureOf } from '../figures.js';
import type { Scope } from '../scope.js';
import { isKnown, isPresent } from '../truth.js';
import { settleFact } from '../../knowledge/ask.js';
import { pathBelow } from '../../model/path.js';
import type { FilterName } from '../../vocabulary/filters.js';
import { requiredArgument } from './arguments.js';
import { type Filter, type FilterCall, figureFilter } from './filter.js';

/** Whether something is there, and what stands in for it. */
export const presenceFilters = {
  有: ({ operand, scope }) => truthValue(isPresent(operand, scope)),
  已填: ({ operand, scope }) => truthValue(isKnown(operand, scope)),
  // A target or a result of an indicator may be told in words.
  是数字: ({ operand, scope }) => truthValue(operand.kind !== 'text' && isKnown(operand, scope)),
  未填: ({ operand, scope }) => truthValue(stateOf(operand, scope) === 'unfilled'),
  待填: ({ operand, scope }) => truthValue(isLeftOpenByAuthor(figureIn(operand, scope))),
  未发生: ({ operand, scope }) => truthValue(stateOf(operand, scope) === 'none'),
  不适用: ({ operand, scope }) => truthValue(stateOf(operand, scope) === 'inapplicable'),
  默认: orElse,
  须填: (call) =>
    call.operand.kind === 'text' && isPresent(call.operand, call.scope) ? call.operand : requiredFigure(call),
} satisfies Partial<Record<FilterName, Filter>>;

/** Of the four ways to say that there is no figure, the one that the author chose. */
function stateOf(value: Evaluated, scope: Scope): FigureState | undefined {
  return figureIn(value, scope)?.state;
}

function figureIn(value: Evaluated, scope: Scope): FigureValue | undefined {
  if (value.kind === 'figure') return value;
  if (value.kind === 'absent-subject') return absentFigure(value, finalAccounts, scope);
  return value.kind === 'subject' ? figureOf(value.subject, finalAccounts, scope) : undefined;
}

/** Left open by the author, or computed from what he left open; not what he merely never wrote. */
function isLeftOpenByAuthor(figure: FigureValue | undefined): boolean {
  if (!figure?.fact) return false;
  const { statement, missing = [] } = settleFact(figure.fact);
  const open = [...(statement ? [statement] : []), ...missing.flatMap(({ statements }) => statements)];
  return figure.value === undefined && open.some(({ state }) => state === 'unfilled');
}

const requiredFigure = figureFilter((figure, call) => required(figure, call));

/** What the form asks for is not taken to be none because nobody wrote it. */
function required(figure: FigureValue, call: FilterCall): FigureValue {
  if (!call.scope.forPrint || figure.state !== 'absent') return figure;
  const path = figure.path ?? pathOfWord(call);
  return { ...figure, state: 'unfilled', ...(path !== undefined && { path }) };
}

/** 位.类别: where a word would stand that nobody wrote. */
function pathOfWord({ expression: { operand }, scope }: FilterCall): string | undefined {
  if (operand.kind !== 'path') return undefined;
  if (operand.segments.length === 1) return operand.segments[0]!.name;
  const owner = evaluate({ ...operand, segments: operand.segments.slice(0, -1) }, scope);
  const word = operand.segments.at(-1)!.name;
  if (owner.kind === 'absent-subject') return pathBelow(owner.path, word);
  return owner.kind === 'subject' ? pathBelow(owner.subject.path, word) : undefined;
}

/** `原因 | 默认 "……"`; zero is a value and stays, and what is left open (未填) stays open. */
function orElse(call: FilterCall): Evaluated {
  const argument = requiredArgument(call);
  if (!argument) return unknown;
  const { operand, scope } = call;
  const state = stateOf(operand, scope);
  const isOpen = state === 'unfilled' || state === 'blocked';
  return isOpen || isKnown(operand, scope) ? operand : evaluate(argument, scope);
}
