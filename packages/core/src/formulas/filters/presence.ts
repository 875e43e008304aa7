import { type Evaluated, truthValue, unknown } from '../evaluated.js';
import { evaluate } from '../evaluate.js';
import { isKnown, isPresent } from '../truth.js';
import { type Filter, type FilterCall, requiredArgument } from './filter.js';

/** Whether something is there, and what stands in for it. */
export const presenceFilters: Record<string, Filter> = {
  有: ({ operand, scope }) => truthValue(isPresent(operand, scope)),
  已填: ({ operand, scope }) => truthValue(isKnown(operand, scope)),
  默认: orElse,
};

/** `原因 | 默认 "……"`; zero is a value and stays. */
function orElse(call: FilterCall): Evaluated {
  const argument = requiredArgument(call, 'value');
  if (!argument) return unknown;
  return isKnown(call.operand, call.scope) ? call.operand : evaluate(argument, call.scope);
}
