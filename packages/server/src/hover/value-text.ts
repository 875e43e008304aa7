import {
  type Evaluated,
  figureOf,
  type FigureValue,
  finalAccounts,
  formatPlain,
  membersOf,
  type Scope,
} from '@fiscal/core';
import { amountText } from '../numbers.js';
import { words } from '../words.zh.js';
import { escapeMarkdown } from './markdown.js';

const shownMembers = 5;

/** What an expression means at the moment, as Markdown. */
export function valueText(value: Evaluated, scope: Scope): string {
  switch (value.kind) {
    case 'figure':
      return figureText(value);
    case 'subject':
      return subjectText(value, scope);
    case 'text':
      return value.pieces
        .map((piece) => (piece.kind === 'text' ? escapeMarkdown(piece.text) : figureText(piece.figure)))
        .join('');
    case 'truth':
      return value.value ? words.yes : words.no;
    case 'list':
      return listText(value.members);
    case 'entry':
      return escapeMarkdown(`${value.entry.code} ${value.entry.name}`);
    case 'absent-subject':
    case 'missing':
      return words.notWritten;
  }
}

function figureText({ state, value, unit, decimals }: FigureValue): string {
  if (!value) return words.figureStates[state];
  const shown = unit === '%' && decimals !== undefined ? value.toDecimalPlaces(decimals) : value;
  return amountText(shown, unit, decimals ?? 0);
}

/** A bare subject is its 决算; one without is what is below it. */
function subjectText({ subject }: Extract<Evaluated, { kind: 'subject' }>, scope: Scope): string {
  const figure = figureOf(subject, finalAccounts, scope);
  if (figure.state !== 'absent') return `${escapeMarkdown(subject.label)} ${figureText(figure)}`;
  const members = membersOf({ kind: 'subject', subject }, scope, subject.base.origin);
  return members.length > 0 ? listText(members) : words.notWritten;
}

function listText(members: readonly Evaluated[]): string {
  const names = members.slice(0, shownMembers).map(nameOf);
  const rest = members.length > shownMembers ? '…' : '';
  return `${words.membersInAll(members.length)}${names.length > 0 ? `：${names.join('、')}${rest}` : ''}`;
}

function nameOf(value: Evaluated): string {
  if (value.kind === 'subject') return escapeMarkdown(value.subject.label);
  if (value.kind === 'entry') return escapeMarkdown(value.entry.name);
  if (value.kind === 'figure')
    return value.value ? formatPlain(value.value) : words.figureStates[value.state];
  return value.kind === 'absent-subject' ? escapeMarkdown(value.name) : '';
}
