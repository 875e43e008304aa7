import type { Context } from '../context.js';
import { Failure } from '../failure.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { printText } from '../output/print.js';

/** Prints the page of a rule: what it checks, why, a wrong and a right example, how to mend it. */
export async function explain(id: string, { engine, io }: Context): Promise<ExitCode> {
  const [{ listRules, rulePage }, { nearestNames }] = await Promise.all([engine.ruleBook(), engine.core()]);
  const wanted = id.toUpperCase();
  const page = rulePage(wanted);
  if (page === undefined) {
    const known = listRules().map((rule) => rule.id);
    throw new Failure(messages.unknownRule(id, nearestNames(wanted, known)));
  }
  printText(page, io.stdout);
  return 0;
}
