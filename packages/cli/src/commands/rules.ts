import type { Context } from '../context.js';
import type { ListedRule } from '../engine.js';
import type { ExitCode } from '../io.js';
import { messages } from '../messages.zh.js';
import { alignColumns } from '../output/align.js';
import { printJson, printLine } from '../output/print.js';

export interface RulesOptions {
  format: 'text' | 'json';
}

/** Lists the rules that ship with the language. */
export async function rules({ format }: RulesOptions, { engine, io }: Context): Promise<ExitCode> {
  const { listRules, rulePage } = await engine.ruleBook();
  const listed = listRules().map((rule) => ({ ...rule, level: levelIn(rulePage(rule.id) ?? '') }));
  if (format === 'json') printJson(rulesData(listed), io.stdout);
  else for (const line of ruleLines(listed)) printLine(line, io.stdout);
  return 0;
}

type RuleWithLevel = ListedRule & { level: string | undefined };

/** 错误、警告、提示、说明: the page says it, and is tested to be right. */
function levelIn(page: string): string | undefined {
  return /^级别：(.+)$/m.exec(page)?.[1];
}

function rulesData(listed: RuleWithLevel[]): unknown {
  return listed.map(({ id, title, level, source }) => ({
    id,
    title,
    level: level ?? null,
    source: source ?? null,
  }));
}

function ruleLines(listed: RuleWithLevel[]): string[] {
  const rows = listed.map(({ id, level = '', title, source }) => [
    id,
    level,
    title,
    source ?? messages.builtIn,
  ]);
  return alignColumns(rows, ['left', 'left', 'left', 'left']);
}
