import type { FactBase } from '../model/fact-base.js';
import type { Subject } from '../model/subject.js';
import type { Finding } from '../findings/finding.js';
import type { Evaluated } from '../formulas/evaluated.js';
import { evaluate, holds } from '../formulas/evaluate.js';
import { expressionText } from '../formulas/expression-text.js';
import { membersOf } from '../formulas/paths/members.js';
import { isExhausted, withShareOfBudget } from '../formulas/budget.js';
import { createScope } from '../formulas/create-scope.js';
import { type Scope, withVariables } from '../formulas/scope.js';
import type { Rule } from '../model/rule.js';
import { conditionOutcome, factsIn } from './conditions.js';
import type { Blocked } from './not-checked.js';
import type { Relation } from './relations/relation.js';
import { sayingOf } from './saying.js';
import { ruleRelation } from './relations/rule-relations.js';
import { isUnreadInside, speaksOfUnread } from './unread.js';
import type { Unsettledness } from './unsettled.js';

/** What the rules come to for one report: relations to be judged, conditions that fail, and what could not be told. */
export interface RuleChecks {
  relations: Relation[];
  findings: Finding[];
  blocked: Blocked[];
}

export function ruleChecks(base: FactBase, rules: readonly Rule[], unsettled?: Unsettledness): RuleChecks {
  const checks: RuleChecks = { relations: [], findings: [], blocked: [] };
  const scope = createScope(base, (finding) => checks.findings.push(finding));
  const lists: Lists = new Map();
  for (const rule of rules) {
    const own: RuleChecks = { relations: [], findings: [], blocked: [] };
    const ownScope = withShareOfBudget(scope);
    const share = ownScope.budget.steps;
    for (const inner of scopesOf(rule, ownScope, lists)) {
      if (isExhausted(ownScope)) break;
      checkRule(rule, inner, own, unsettled);
    }
    scope.budget.steps -= share - ownScope.budget.steps;
    // A rule that goes through too much is told as such; half of what it asks is no answer.
    if (!isExhausted(ownScope)) add(checks, own);
    else unsettled?.note(rule.id, () => []);
  }
  return checks;
}

function add(checks: RuleChecks, { relations, findings, blocked }: RuleChecks): void {
  checks.relations.push(...relations);
  checks.findings.push(...findings);
  checks.blocked.push(...blocked);
}

function checkRule(rule: Rule, scope: Scope, checks: RuleChecks, unsettled?: Unsettledness): void {
  if (!holds(rule.when, asksForWords(rule) ? { ...scope, asReaders: true } : scope)) {
    unsettled?.noteOpen(rule.id, () => factsIn(rule.when!, scope));
    return;
  }
  const variables = subjectsOf(scope.variables.all());
  const isUnread = [...variables.values()].some(isUnreadInside);
  for (const statement of rule.statements) {
    const relation = ruleRelation(scope.base, rule, statement, variables);
    if (relation === 'idle') continue;
    if (relation) checks.relations.push({ ...relation, saying: () => sayingOf(rule, statement, scope) });
    else {
      const outcome = conditionOutcome(rule, statement, scope);
      if (outcome && 'missing' in outcome) checks.blocked.push(outcome);
      else if (outcome && !isUnread && !speaksOfUnread(scope.base, [statement.left, statement.right]))
        checks.findings.push(outcome);
    }
  }
}

/** 原因 ≠ "": what has to be explained in print is what is different there, not in digits that nobody sees. */
function asksForWords({ statements }: Rule): boolean {
  return statements.every(({ left, right }) => left.kind === 'text' || right.kind === 'text');
}

/** Several rules go through the same lines. */
type Lists = Map<string, Evaluated[]>;

/** Once, or once for every member of 每 … 于. */
function scopesOf({ forEach }: Rule, scope: Scope, lists: Lists): Scope[] {
  if (!forEach) return [scope];
  const { variable, list } = forEach;
  const key = expressionText(list);
  const all = () => membersOf(evaluate(list, scope), scope, list.origin);
  const members = lists.get(key) ?? all().filter((member) => isOwn(member, scope));
  lists.set(key, members);
  return members.map((member) => withVariables(scope, [[variable, member]]));
}

/** What a unit's report lists is checked there. */
function isOwn(member: Evaluated, { base }: Scope): boolean {
  return member.kind !== 'subject' || member.subject.base === base;
}

function subjectsOf(variables: ReadonlyMap<string, Evaluated>): Map<string, Subject> {
  const subjects = new Map<string, Subject>();
  for (const [name, value] of variables) if (value.kind === 'subject') subjects.set(name, value.subject);
  return subjects;
}
