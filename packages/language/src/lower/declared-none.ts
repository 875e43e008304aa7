import {
  blocks,
  type Fact,
  type FactBase,
  isMoneyUnit,
  labelOf,
  measures,
  type Statement,
  stateOfWord,
  type Subject,
  subjectLabel,
  wholes,
} from '@fiscal/core';
import type { LoweringContext } from './context.js';

/** What an item itself comes to, or what that is made of; not what it is compared with. */
const own: ReadonlySet<string> = new Set(
  measures
    .filter(({ roles }) =>
      roles.some((role) => role === 'accounts' || role === 'nature' || role === 'source'),
    )
    .map(({ name }) => name),
);

/**
 * 政府采购 未发生 { 货物 3.00 }: said not to have happened, and yet something of it did. One of the two is left over from
 * another year or another report. It is told at the word; the figures below are what counts, so that nothing else
 * follows from the contradiction.
 */
export function settleDeclared(context: LoweringContext, base: FactBase): void {
  visit(base.root, context);
  for (const { root } of base.eliminations) visit(root, context);
}

function visit(subject: Subject, context: LoweringContext): void {
  const declared = deniedBy(subject);
  const figure = declared && happened(wholes.includes(subject.name) ? subject.parent! : subject, declared);
  if (declared && figure) {
    told(context, declared, figure);
    declared.statements.splice(0);
  }
  for (const child of subject.children.values()) visit(child, context);
}

/** The subject's figure, where all that is said of it is that there is none. */
function deniedBy({ facts }: Subject): Fact | undefined {
  const fact = facts.get('决算');
  return fact && fact.statements.length > 0 && fact.statements.every(isDenial) ? fact : undefined;
}

function isDenial({ state }: Statement): boolean {
  return state === 'none' || state === 'inapplicable';
}

/** The first figure below a subject that is not zero. */
function happened({ facts, children, base }: Subject, declared: Fact): Fact | undefined {
  for (const fact of facts.values()) if (counts(fact, declared, base)) return fact;
  for (const child of children.values()) {
    const found = child.name === '增减额' ? undefined : happened(child, declared);
    if (found) return found;
  }
  return undefined;
}

function counts(fact: Fact, declared: Fact, { root }: FactBase): boolean {
  if (fact === declared || !own.has(fact.measure)) return false;
  // Cars are kept in a year without any expenditure on them.
  const isOfCars = root.children.get(blocks.threePublic)?.path === declared.subject.names[0];
  if (!isMoneyUnit(fact.unit) && isOfCars) return false;
  return fact.statements.some(({ state, value }) => state === 'value' && !value!.isZero());
}

function told(context: LoweringContext, { subject, statements }: Fact, figure: Fact): void {
  const [{ state, origin } = statements[0]!] = statements;
  const [word = ''] = Object.entries(stateOfWord).find(([, each]) => each === state) ?? [];
  const stated = figure.statements.find((statement) => statement.state === 'value')!;
  context.findings.push({
    rule: 'Z035',
    severity: 'error',
    origin,
    data: {
      kind: 'message',
      code: 'denied-and-stated',
      parameters: {
        name: wholes.includes(subject.name) ? blockWords(subject) : subjectLabel(subject),
        word,
        found: word,
        item: labelOf(figure),
        figure: `${stated.value!.toFixed(Math.max(stated.decimals ?? 0, stated.value!.decimalPlaces()))} ${figure.unit}`,
      },
      suggestions: [],
      places: [stated.origin],
    },
  });
}

/** 支出 政府性基金: as the report writes it. */
function blockWords({ parent }: Subject): string {
  return parent!.names.join(' ');
}
