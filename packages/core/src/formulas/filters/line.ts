import { pathBelow } from '../../model/path.js';
import { type Evaluated, listValue, unknown } from '../evaluated.js';
import { evaluate } from '../evaluate.js';
import { findChild, isCode } from '../paths/find-child.js';
import { lineSchema } from '../../knowledge/schema-of.js';
import { reportWrongKind } from '../problems.js';
import { wordsOf } from '../texts/words.js';
import type { FilterName } from '../../vocabulary/filters.js';
import { reportArgument, requiredArgument } from './arguments.js';
import { type Filter, type FilterCall, operandOrigin } from './filter.js';

export const lineFilters = { 科目: line } satisfies Partial<Record<FilterName, Filter>>;

/** `支出.全部 | 科目 类.编码`: the line of a code, whether or not the report has it; of a list that of each member. */
function line(call: FilterCall): Evaluated {
  const { operand, scope } = call;
  const argument = requiredArgument(call);
  if (operand.kind === 'missing' || !argument) return operand.kind === 'missing' ? operand : unknown;
  const code = wordsOf(evaluate(argument, scope)) ?? '';
  if (!isCode(code)) {
    reportArgument(call, argument.origin);
    return unknown;
  }
  if (operand.kind === 'list')
    return listValue(
      operand.members.flatMap((one) => lineIn(one, code) ?? []),
      operand.lacking,
    );
  const found = lineIn(operand, code);
  if (!found) reportWrongKind(scope, operandOrigin(call), 'subject', operand);
  return found ?? unknown;
}

function lineIn(owner: Evaluated, code: string): Evaluated | undefined {
  const isOwner = owner.kind === 'subject' || owner.kind === 'absent-subject';
  return isOwner ? lineOf(owner, code) : undefined;
}

function lineOf(owner: Evaluated & { kind: 'subject' | 'absent-subject' }, code: string): Evaluated {
  const found = owner.kind === 'subject' ? findChild(owner.subject, code) : undefined;
  if (found) return { kind: 'subject', subject: found };
  const { base, path } = owner.kind === 'subject' ? owner.subject : owner;
  return { kind: 'absent-subject', base, name: code, path: pathBelow(path, code), schema: lineSchema, code };
}
