import { touches } from '../number/interval.js';
import { type Fact, saysSome } from '../model/fact.js';
import type { FactBase } from '../model/fact-base.js';
import type { Expression } from '../model/expression.js';
import type { Term } from '../model/knowledge.js';
import type { Rule, RuleStatement } from '../model/rule.js';
import { isNameLikeMeasure } from '../model/label.js';
import { type Path, pathBelow, pathNames } from '../model/path.js';
import type { SchemaItem } from '../model/schema.js';
import type { Subject } from '../model/subject.js';
import { blocks } from '../vocabulary/blocks.js';
import { finalAccounts, isComparative, lastYear } from '../vocabulary/measures.js';
import { operating, personnel, total, wholes } from '../vocabulary/totals.js';
import { equalsOf, ownFactOf, resolveFact, sumOfWay } from './ask.js';
import { findFactIn } from './find-fact.js';
import { deniesItself, isUnsaidIn } from './lacking.js';
import { linearSide } from './linear.js';
import { Known } from './resolved.js';

/** What a rule adds up to a fact: other facts, and paths of which the report does not speak. */
interface Whole {
  /** Its fact; the path alone where the report does not speak of it. */
  of: Fact | string;
  terms: readonly Term[];
}

/**
 * Parts of which nothing is said although what they come to is stated, and is not nothing: 货物 of `政府采购 30.00`. As
 * soon as one of them is written, those that are not are none.
 */
export class UnsaidParts {
  private wholes: Map<string, Whole[]> | undefined;

  constructor(private readonly base: FactBase) {}

  /** By the key of the fact, or the path that it would have. */
  has(key: string): boolean {
    this.wholes ??= wholesByPart(this.base);
    return (this.wholes.get(key) ?? []).some((whole) => this.leavesPartsOpen(whole, key));
  }

  private leavesPartsOpen({ of: fact, terms }: Whole, key: string): boolean {
    if (terms.some((term) => isTold(term.fact) && !isOnlyTheSame(term.fact, fact)))
      return typeof fact !== 'string' && isComparative(fact.measure) && this.leavesRestOpen(fact, terms, key);
    if (this.base.units.some((unit) => isUnsaidIn(unit, key)))
      return !deniesItself(this.base, pathNames(key));
    if (typeof fact === 'string') return this.base.knowledge.isUnsaid(fact);
    // 公务用车保有量 2 辆, which is the same as its 合计.
    const statements = [fact, ...equalsOf(fact)].flatMap((same) => same.statements);
    if (statements.length === 0)
      return resolveFact(fact).state === 'absent' && this.base.knowledge.isUnsaid(fact.key);
    return saysSome(statements);
  }

  /**
   * 上年 10.00 of which the parts tell 2.00: in which of the others the rest was nobody knows. Authors give the figures to
   * compare with for some parts only, so it is no error as long as another part is open. A whole that only follows from
   * its parts has such a rest where it is itself a part that may have it. 未发生 says it of a part for all years.
   */
  private leavesRestOpen(whole: Fact, terms: readonly Term[], key: string): boolean {
    if (whole.measure === lastYear && this.base.prior) return false;
    const names = pathNames(key);
    // What 财政拨款收支 leaves open is of its own items: 收入 says what its parts are.
    if (names[0] !== whole.subject.names[0] || deniesItself(this.base, names)) return false;
    const stated = resolveFact(whole);
    const isStated = [whole, ...equalsOf(whole)].some(({ statements }) => statements.length > 0);
    if (!isStated) return this.base.knowledge.isUnsaid(whole.key);
    if (!(stated instanceof Known) || stated.value.isZero()) return false;
    const sum = sumOfWay({ rule: '', terms }, whole);
    return sum.kind !== 'known' || !touches(stated, new Known('derived', sum.value, sum.spread));
  }
}

/** In the report, or by all of its units that have any. */
function isTold(fact: Fact): boolean {
  const { state } = resolveFact(fact);
  return state === 'blocked' ? fact.subject.base.find(fact.subject.names) !== undefined : state !== 'absent';
}

/** 国内 of 公务接待费, where a rule says that they are the same, and only the one of them is written. */
function isOnlyTheSame(part: Fact, whole: Fact | string): boolean {
  return part.statements.length === 0 && typeof whole !== 'string' && equalsOf(whole).includes(part);
}

/** What rules, or else the structure, say each fact is a part of. */
function wholesByPart(base: FactBase): Map<string, Whole[]> {
  const found = new Map<string, Whole[]>();
  const summed = new Set<string>();
  const find = findFactIn(base);
  for (const { left, right } of base.rules.flatMap(plainSums)) {
    const side = linearSide(left, find);
    const [whole, ...others] = side ? [...side.terms.map(({ fact }) => fact), ...side.unspoken] : [];
    const { terms, unspoken } = linearSide(right, find) ?? { terms: [], unspoken: [] };
    const parts = [...terms.map(({ fact }) => fact.key), ...unspoken];
    if (whole === undefined || others.length > 0 || parts.length < 2) continue;
    for (const part of parts) addTo(found, part, { of: whole, terms });
    summed.add(keyOf(whole));
  }
  for (const { whole: names, parts } of itemsWithParts(base.schema)) {
    const whole = find.fact(names);
    if (whole === undefined || summed.has(keyOf(whole))) continue;
    const facts = parts.flatMap((part) => find.fact(part) ?? []);
    const terms = facts.flatMap((fact) => (typeof fact === 'string' ? [] : [{ fact, sign: 1 as const }]));
    for (const part of facts) addTo(found, keyOf(part), { of: whole, terms });
  }
  for (const basic of basicExpenditures(base)) {
    const terms = [...basic.children.values()]
      .filter(({ name, code }) => name === personnel || name === operating || code !== undefined)
      .map((part) => ({ fact: ownFactOf(part), sign: 1 as const }));
    const of = basic.children.get(total)?.facts.get(finalAccounts);
    for (const name of [personnel, operating])
      if (of) found.set(pathBelow(basic.path, name), [{ of, terms }]);
  }
  return found;
}

function addTo(byPart: Map<string, Whole[]>, part: string, whole: Whole): void {
  if (!byPart.get(part)?.push(whole)) byPart.set(part, [whole]);
}

function keyOf(fact: Fact | string): string {
  return typeof fact === 'string' ? fact : fact.key;
}

/** Items that have items below them which are counted as they are: 设备 3 台 and the kinds of it. */
function itemsWithParts(item: SchemaItem, names: Path = []): { whole: Path; parts: Path[] }[] {
  const children = [...item.children.values()].filter(({ text, coded }) => !text && coded === undefined);
  const below = children.flatMap((child) => itemsWithParts(child, [...names, child.name]));
  if (names.length === 0 || item.coded !== undefined || children.some(({ name }) => wholes.includes(name)))
    return below;
  const parts = children.filter(({ name, unit }) => unit === item.unit && !isNameLikeMeasure(name));
  return parts.length === 0
    ? below
    : [{ whole: names, parts: parts.map(({ name }) => [...names, name]) }, ...below];
}

/** 基本支出, and that of each other fund: 人员经费 and 公用经费 are its parts, by their lines or alone. */
function basicExpenditures(base: FactBase): Subject[] {
  const basic = base.root.children.get(blocks.basicExpenditure);
  return basic ? [basic, ...[...basic.children.values()].filter(({ children }) => children.size > 0)] : [];
}

/** 政府采购 = 货物 + 工程 + 服务: what holds in every report, and takes nothing off. */
function plainSums({ when, forEach, statements }: Rule): RuleStatement[] {
  if (when || forEach) return [];
  return statements.filter(({ operator, right }) => operator === '=' && onlyAdds(right));
}

function onlyAdds(expression: Expression): boolean {
  if (expression.kind === 'path') return true;
  return (
    expression.kind === 'binary' &&
    expression.operator === '+' &&
    onlyAdds(expression.left) &&
    onlyAdds(expression.right)
  );
}
