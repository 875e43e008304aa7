/** Runs in the page of relations: a table that can be searched, made of text nodes only. */
import type { FromRelations, ToRelations } from '../src/relations/relations-messages.js';

declare function acquireVsCodeApi(): { postMessage(message: FromRelations): void };

type Row = ToRelations['relations'][number];
type Operand = Row['left'][number];
type Words = ToRelations['words'];

const editor = acquireVsCodeApi();
const main = document.querySelector('main')!;
const outcomes = ['differ', 'tail', 'unchecked', 'agree'] as const;

addEventListener('message', ({ data }: MessageEvent<ToRelations>) => {
  const body = element('tbody');
  const search = element('input', { type: 'search', placeholder: data.words.search });
  const choice = outcomeChoice(data);
  const update = () => fill(body, data, choice.value, search.value.trim());
  search.addEventListener('input', update);
  choice.addEventListener('change', update);
  main.replaceChildren(element('form', {}, search, choice), element('table', {}, body));
  update();
});

function outcomeChoice({ relations, words }: ToRelations): HTMLSelectElement {
  const option = (value: string, label: string, count: number) =>
    element('option', { value }, `${label}（${count}）`);
  const options = outcomes.map((outcome) => {
    const count = relations.filter((row) => row.outcome === outcome).length;
    return option(outcome, words[outcome], count);
  });
  return element('select', {}, option('', words.all, relations.length), ...options);
}

function fill(body: HTMLElement, { relations, words }: ToRelations, outcome: string, search: string): void {
  const rows = relations.filter(
    (row) => (!outcome || row.outcome === outcome) && textOf(row).includes(search),
  );
  // What is wrong first.
  rows.sort((left, right) => outcomes.indexOf(left.outcome) - outcomes.indexOf(right.outcome));
  body.replaceChildren(...rows.map((row) => rowElement(row, words)));
  if (rows.length === 0) body.append(element('tr', {}, element('td', { colSpan: 2 }, words.none)));
}

function textOf({ rule, title, left, right }: Row): string {
  return [rule, title, ...[...left, ...right].flatMap(({ label, path }) => [label, path])].join('\n');
}

function rowElement(row: Row, words: Words): HTMLElement {
  const outcome = element('td', { className: 'outcome' }, words[row.outcome]);
  if (row.outcome === 'tail' || row.outcome === 'differ')
    outcome.append(element('div', {}, `${words.difference} ${row.difference}`));
  if (row.missing.length > 0)
    outcome.append(element('div', {}, `${words.missing} ${row.missing.join('、')}`));
  const title = element('div', { className: 'title' }, element('code', {}, row.rule), ` ${row.title}`);
  return element('tr', { className: row.outcome }, element('td', {}, title, equation(row, words)), outcome);
}

/** One operand on each line: sign, name, figure. */
function equation({ left, sign, right }: Row, words: Words): HTMLElement {
  const lines = [
    ...left.map((operand, index) => operandLine(index > 0 ? operand.sign : '', operand, words)),
    ...right.map((operand, index) => operandLine(index > 0 ? operand.sign : sign, operand, words)),
  ];
  return element('div', { className: 'equation' }, ...lines.flat());
}

function operandLine(sign: string, operand: Operand, words: Words): HTMLElement[] {
  const { label, path, derived } = operand;
  const name = element('span', { title: path }, label);
  if (derived) name.append(element('small', {}, ` ${words.derived}`));
  return [element('span', { className: 'sign' }, sign), name, figure(operand)];
}

function figure({ value, unit, path, origin }: Operand): HTMLElement {
  const text = value === '' ? '—' : `${value} ${unit}`.trim();
  if (!origin) return element('span', { className: 'figure' }, text);
  const button = element('button', { className: 'figure', type: 'button', title: path }, text);
  button.addEventListener('click', () => editor.postMessage({ type: 'reveal', place: origin }));
  return button;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

editor.postMessage({ type: 'ready' });
