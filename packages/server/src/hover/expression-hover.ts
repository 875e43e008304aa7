import {
  createScope,
  evaluate,
  type Evaluated,
  type Fact,
  figureOf,
  filters,
  finalAccounts,
  type Report,
  type Scope,
} from '@fiscal/core';
import type { ExpressionPlace } from '../syntax/expression-at.js';
import { rootMeanings } from '../vocabulary/root-names.zh.js';
import { words } from '../words.zh.js';
import type { Examination } from '../workspace/examinations.js';
import { figureHover } from './figure-hover.js';
import { escapeMarkdown, paragraphs } from './markdown.js';
import { valueText } from './value-text.js';

/** A name or a filter in a formula: what it means, and what it comes to at the moment. */
export function expressionHover(place: ExpressionPlace, report: Report, examination: Examination): string {
  const scope = scopeOf(report);
  return place.kind === 'filter' ? filterHover(place.filter, scope) : segmentHover(place, scope, examination);
}

export function scopeOf({ base, template }: Report): Scope {
  return createScope(base, () => {}, { phrases: template?.phrases ?? new Map() });
}

function segmentHover(
  { path, index }: Extract<ExpressionPlace, { kind: 'segment' }>,
  scope: Scope,
  examination: Examination,
): string {
  const segments = path.segments.slice(0, index + 1);
  const value = evaluate({ ...path, segments }, scope);
  const fact = factOf(value, scope);
  if (fact) return figureHover(fact, examination);
  const name = segments.map((segment) => segment.name).join('.');
  const meaning = index === 0 ? rootMeanings[name] : undefined;
  return paragraphs(
    `**${escapeMarkdown(name)}**`,
    meaning,
    `${words.currentValue}：${valueText(value, scope)}`,
  );
}

function factOf(value: Evaluated, scope: Scope): Fact | undefined {
  if (value.kind === 'figure') return value.fact;
  const figure = value.kind === 'subject' ? figureOf(value.subject, finalAccounts, scope) : undefined;
  return figure?.state === 'absent' ? undefined : figure?.fact;
}

function filterHover(filter: Extract<ExpressionPlace, { kind: 'filter' }>['filter'], scope: Scope): string {
  const { name } = filter;
  const meaning = scope.phrases.has(name) ? words.phrase : filters[name]?.meaning;
  const value = valueText(evaluate(filter, scope), scope);
  return paragraphs(
    `**${escapeMarkdown(name)}**${meaning ? `　${meaning}` : ''}`,
    `${words.currentValue}：${value}`,
  );
}
