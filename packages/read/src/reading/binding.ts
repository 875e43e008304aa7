import type { Matcher } from '../pattern/expression.js';
import type { NamePart } from '../pattern/pattern.js';
import type { Reference, Step, Variable } from '../pattern/meaning.js';
import { plain, spelled } from '../published/readable.js';
import type { CodeBook } from './code-book.js';

/** What was found of a member of a list: its own name and code, and the names of what it belongs to. */
export type Binding = Partial<Record<NamePart, string>>;

/** What variables stand for at one place of a document. */
export type Bindings = ReadonlyMap<Variable, Binding>;

/** What the holes of a text say in these words, which match it. */
export function bindingsIn({ expression, holes }: Matcher, words: string): Bindings {
  const found = expression.exec(words);
  const bindings = new Map<Variable, Binding>();
  holes.forEach((hole, index) => {
    const group = found?.[index + 1];
    if (hole.kind !== 'name' || group === undefined) return;
    bindings.set(hole.variable, { ...bindings.get(hole.variable), [hole.part]: group });
  });
  return bindings;
}

/** Lines of a classification are listed by level, and found by code below the block itself. */
const levels = new Set(['类', '款', '项', '科目树']);

/** The path that a reference means with these bindings; undefined when that cannot be told. */
export function pathOf(
  { variable, steps }: Reference,
  bindings: Bindings,
  codes: CodeBook,
): string[] | undefined {
  const start = variable ? memberPath(variable, bindings, codes) : [];
  if (!start) return undefined;
  const rest = steps.map((step) => nameOfStep(step, bindings, codes));
  return rest.includes(undefined)
    ? undefined
    : withoutAccounts(withoutLevels([...start, ...(rest as string[])]));
}

/** 支出.一般公共预算.项.2130301: a line stands below its block, whatever list it was found in. */
function withoutLevels(path: string[]): string[] {
  return path.filter((name, index) => !(levels.has(name) && /^\d{3,7}$/.test(path[index + 1] ?? '')));
}

/** 决算 is left unsaid. */
function withoutAccounts(path: string[]): string[] {
  return path.filter((name, index) => index === 0 || name !== '决算');
}

function nameOfStep(step: Step, bindings: Bindings, codes: CodeBook): string | undefined {
  if (typeof step === 'string') return step;
  const binding = bindings.get(step.codeOf);
  return binding && codes.codeOf(containerOf(step.codeOf, bindings, codes), binding);
}

/** 支出.一般公共预算 of 每 项 于 支出.一般公共预算.项; 目录.功能分类 is no block of a report, and gives codes all the same. */
function containerOf({ list }: Variable, bindings: Bindings, codes: CodeBook): string[] | undefined {
  if (!list) return undefined;
  const path = pathOf(list, bindings, codes);
  if (!path) return undefined;
  return levels.has(path.at(-1) ?? '') ? path.slice(0, -1) : path;
}

function memberPath(variable: Variable, bindings: Bindings, codes: CodeBook): string[] | undefined {
  const container = containerOf(variable, bindings, codes);
  const binding = bindings.get(variable);
  if (!container || !binding || container[0] === '目录') return undefined;
  if (codes.isCoded(container)) {
    const code = codes.codeOf(container, binding);
    return code === undefined ? undefined : [...withoutGroup(container), code];
  }
  const name = binding.名称 ?? binding.编码;
  return name === undefined ? undefined : [...container, spelled(plain(name))];
}

/** Lines of 基本支出.人员经费 stand below 基本支出 itself. */
function withoutGroup(container: string[]): string[] {
  return container.at(-1) === '人员经费' || container.at(-1) === '公用经费'
    ? container.slice(0, -1)
    : container;
}
