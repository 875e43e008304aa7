import { ast } from '@fiscal/language/editor';
import type { ParseResult } from 'langium';

const known = new WeakMap<ParseResult, boolean>();

/** Whether a file has something that serves the reports of all others: 模板, 规则, 结构 in a file without a report. */
export function offersSomething(parsed: ParseResult): boolean {
  let offers = known.get(parsed);
  if (offers === undefined) known.set(parsed, (offers = hasOffer(parsed.value as ast.File)));
  return offers;
}

function hasOffer({ elements = [] }: ast.File): boolean {
  return elements.length > 0 && !elements.some(ast.isReport);
}
