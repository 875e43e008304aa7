import { finalAccounts } from '../../vocabulary/measures.js';
import { type Evaluated, type FigureState, type FigureValue, truthValue, unknown } from '../evaluated.js';
import { evaluate } from '../evaluate.js';
import { absentFigure, figureOf } from '../figures.js';
import type { Scope } from '../scope.js';
import { isKnown, isPresent } from '../truth.js';
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
  未发生: ({ operand, scope }) => truthValue(stateOf(operand, scope) === 'none'),
  不适用: ({ operand, scope }) => truthValue(stateOf(operand, scope) === 'inapplicable'),
  默认: orElse,
  须填: figureFilter(required),
} satisfies Partial<Record<FilterName, Filter>>;

/** Of the four ways to say that there is no figure, the one that the author chose. */
function stateOf(value: Evaluated, scope: Scope): FigureState | undefined {
  if (value.kind === 'figure') return value.state;
  if (value.kind === 'absent-subject') return absentFigure(value, finalAccounts, scope).state;
  return value.kind === 'subject' ? figureOf(value.subject, finalAccounts, scope).state : undefined;
}

/** What the form asks for is not taken to be none because nobody wrote it. */
function required(figure: FigureValue, call: FilterCall): FigureValue {
  if (!call.scope.forPrint || figure.state !== 'absent') return figure;
  const path = figure.path ?? pathOfWord(call);
  return { ...figure, state: 'unfilled', ...(path !== undefined && { path }) };
}

/** 位.类别: where a word would stand that nobody wrote. */
function pathOfWord({ expression: { operand }, scope }: FilterCall): string | undefined {
  if (operand.kind !== 'path' || operand.segments.length < 2) return undefined;
  const owner = evaluate({ ...operand, segments: operand.segments.slice(0, -1) }, scope);
  const word = operand.segments.at(-1)!.name;
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
