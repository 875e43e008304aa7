import {
  blocksAt,
  expressionText,
  type Fact,
  type FactBase,
  factsOf,
  pathNames,
  type Report,
  settleFact,
} from '@fiscal/core';
import { figuresIn, type PrintedFigure, type ReportDocument } from '@fiscal/report';

/**
 * Figures of a document that do not rest on what somebody wrote: 未填 rests on nothing; what was computed leads back to
 * statements; 0 stands for what a written block does not say. A block that is missing says nothing of its items.
 */
export function unfounded({ base, template }: Report, { blocks }: ReportDocument): string[] {
  const optional = template?.settings.get('可不写')?.value.split(/[、，,]/) ?? [];
  const isNone = (own: FactBase, path: string) =>
    blocksAt(own, pathNames(path)).every(
      (block) => optional.includes(block.join(' ')) || !own.knowledge.missingBlocks.has(block),
    );
  const isFounded = (fact: Fact) => leadsToStatement(fact) || isNone(fact.subject.base, fact.key);
  return figuresIn(blocks)
    .filter((figure) => {
      if (figure.isOpen) return figure.text !== '未填';
      const facts = factsOf(figure);
      if (facts.length > 0) return !facts.every(isFounded);
      if (figure.facts) return !isConstant(figure);
      return !isNothing(figure.text) || (figure.path !== undefined && !isNone(base, figure.path));
    })
    .map(({ path = '', text }) => `${path} ${text}`);
}

/** What nobody says prints as zero, or as the template's words for it. */
function isNothing(text: string): boolean {
  return /^(?:0(?:\.0+)?[^\d.]*|[-—]*)$/.test(text);
}

/** A number that no fact tells says by which formula it came, if it is not written, the year or how many there are. */
function isConstant({ expression }: PrintedFigure): boolean {
  return !expression || /年度|个数/.test(expressionText(expression));
}

function leadsToStatement(fact: Fact, below: ReadonlySet<Fact> = new Set()): boolean {
  if (fact.statements.length > 0) return true;
  if (below.has(fact)) return false;
  const { terms = [] } = settleFact(fact);
  return terms.some((term) => leadsToStatement(term.fact, new Set([...below, fact])));
}
