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
  main.replaceChildren(element('form', {}, search, choice), element('table', {}, header(data.words), body));
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

function header(words: Words): HTMLElement {
  const titles = [words.rule, words.relation, words.left, '', words.right, words.difference, words.outcome];
  return element('thead', {}, element('tr', {}, ...titles.map((title) => element('th', {}, title))));
}

function fill(body: HTMLElement, { relations, words }: ToRelations, outcome: string, search: string): void {
  const rows = relations.filter(
    (row) => (!outcome || row.outcome === outcome) && textOf(row).includes(search),
  );
  // What is wrong first.
  rows.sort((left, right) => outcomes.indexOf(left.outcome) - outcomes.indexOf(right.outcome));
  body.replaceChildren(...rows.map((row) => rowElement(row, words)));
  if (rows.length === 0) body.append(element('tr', {}, element('td', { colSpan: 7 }, words.none)));
}

function textOf({ rule, title, left, right }: Row): string {
  return [rule, title, ...[...left, ...right].flatMap(({ label, path }) => [label, path])].join('\n');
}

function rowElement(row: Row, words: Words): HTMLElement {
  const outcome = element('td', { className: 'outcome' }, words[row.outcome]);
  if (row.missing.length > 0) outcome.append(` ${words.missing} ${row.missing.join('、')}`);
  return element(
    'tr',
    { className: row.outcome },
    element('td', {}, row.rule),
    element('td', {}, row.title),
    operandsElement(row.left, words),
    element('td', {}, row.sign),
    operandsElement(row.right, words),
    element('td', { className: 'number' }, row.difference),
    outcome,
  );
}

function operandsElement(operands: Operand[], words: Words): HTMLElement {
  return element('td', {}, ...operands.map((operand, index) => operandElement(operand, index, words)));
}

function operandElement(operand: Operand, index: number, words: Words): HTMLElement {
  const { label, value, unit, sign, derived, origin } = operand;
  const before = index > 0 || sign === '−' ? `${sign} ` : '';
  const line = element('div', {}, `${before}${label} `);
  const text = value === '' ? '—' : `${value} ${unit}`;
  if (origin) {
    const button = element('button', { type: 'button', title: operand.path }, text);
    button.addEventListener('click', () => editor.postMessage({ type: 'reveal', place: origin }));
    line.append(button);
  } else {
    line.append(text);
  }
  if (derived) line.append(element('small', {}, ` ${words.derived}`));
  return line;
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
