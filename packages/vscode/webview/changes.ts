/** Runs in the page of changes: what was typed with what follows from it, made of text nodes only. */
import type { FromChanges, ToChanges } from '../src/changes/changes-messages.js';

declare function acquireVsCodeApi(): { postMessage(message: FromChanges): void };

type Report = ToChanges['reports'][number];
type Section = Report['sections'][number];
type Row = Section['rows'][number];
type Found = Report['findings'][number];
type Words = ToChanges['words'];

const editor = acquireVsCodeApi();
const main = document.querySelector('main')!;

addEventListener('message', ({ data }: MessageEvent<ToChanges>) => {
  const { reports, words, name } = data;
  const shown = reports.map((report) => reportElement(report, words));
  const place = scrollY;
  main.replaceChildren(
    element('p', { className: 'base' }, name),
    ...(shown.length > 0 ? shown : [element('p', {}, words.none)]),
  );
  scrollTo(0, place);
});

function reportElement({ title, summary, sections, together, findings }: Report, words: Words): HTMLElement {
  const more = together.map((section) => sectionElement(section, words));
  const found = findings.map((one) => foundElement(one, words));
  return element(
    'section',
    {},
    element('h1', {}, title),
    element('p', { className: 'summary' }, summary),
    ...sections.map((section) => sectionElement(section, words)),
    ...(more.length > 0 ? [element('h2', {}, words.together), ...more] : []),
    ...(found.length > 0 ? [element('h2', {}, words.findings), element('ul', {}, ...found)] : []),
  );
}

function sectionElement({ title, rows }: Section, words: Words): HTMLElement {
  return element(
    'div',
    {},
    element('h3', {}, title),
    element('ul', {}, ...rows.map((row) => rowElement(row, words))),
  );
}

function rowElement(row: Row, words: Words): HTMLElement {
  const { mark, label, difference, rate, remark, sentences, place, oldPlace, parts, derived } = row;
  const head = [
    element(
      'span',
      { className: `mark ${mark === '+' ? 'added' : mark === '-' ? 'removed' : 'other'}` },
      words.marks[mark],
    ),
    leading(place ?? oldPlace, label, 'label', place ? undefined : true),
    figure(row.old, row.unit, 'del', oldPlace, true),
    ...(row.old && row.new ? [' → '] : []),
    figure(row.new, row.unit, 'ins', place),
    ...[difference, rate, remark].filter(Boolean).map((text) => element('span', { className: 'more' }, text)),
    ...(oldPlace && place ? [leading(oldPlace, words.old, 'old', true)] : []),
  ];
  const inner = [
    ...sentences.map((pieces) => element('p', { className: 'sentence' }, ...pieces.map(pieceNode))),
    ...(parts.length > 0 ? [element('ul', {}, ...parts.map((part) => rowElement(part, words)))] : []),
    ...(derived.length > 0
      ? [
          element('p', { className: 'therefore' }, words.therefore),
          element('ul', {}, ...derived.map((one) => rowElement(one, words))),
        ]
      : []),
  ];
  return element('li', {}, ...head, ...inner);
}

function figure(text: string, unit: string, tag: 'ins' | 'del', place: Row['place'], isOld?: true): Node {
  if (text === '') return document.createTextNode('');
  return element(tag, {}, leading(place, unit === '' ? text : `${text} ${unit}`, 'figure', isOld));
}

function pieceNode({ kind, text }: { kind: string; text: string }): Node {
  if (kind === 'same') return document.createTextNode(text);
  return element(kind === 'added' ? 'ins' : 'del', {}, text);
}

function foundElement(
  { mark, rule, severity, message, old, place, oldPlace }: Found,
  words: Words,
): HTMLElement {
  return element(
    'li',
    { className: severity },
    element('span', { className: 'mark' }, words.marks[mark]),
    element('code', {}, rule),
    ' ',
    leading(place ?? oldPlace, message, 'message', place ? undefined : true),
    ...(old === undefined ? [] : [element('p', { className: 'therefore' }, `${words.formerly} ${old}`)]),
  );
}

/** What has a place leads there. */
function leading(place: Row['place'], text: string, className: string, isOld?: true): HTMLElement {
  if (!place) return element('span', { className }, text);
  const button = element('button', { className, type: 'button' }, text);
  button.addEventListener('click', () =>
    editor.postMessage({ type: 'reveal', place, ...(isOld && { isOld }) }),
  );
  return button;
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

editor.postMessage({ type: 'ready' });
