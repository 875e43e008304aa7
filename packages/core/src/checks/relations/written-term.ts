import { resolveFact } from '../../knowledge/ask.js';
import { Known } from '../../knowledge/resolved.js';
import type { Term } from '../../model/knowledge.js';

/** A computed figure that only repeats another, which the author wrote, is told as that one. */
export function writtenTerm({ fact, sign }: Term): Term {
  const resolved = resolveFact(fact);
  const terms = resolved.state === 'derived' ? (resolved.terms ?? []) : [];
  const [only, ...others] = terms.filter((term) => resolveFact(term.fact) instanceof Known);
  const isRepeated = only && others.length === 0 && only.sign === 1 && only.fact.unit === fact.unit;
  return isRepeated ? { ...writtenTerm(only), sign } : { fact, sign };
}
