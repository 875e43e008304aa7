import type { Finding } from '@fiscal/core';
import { conflictVersions, safeEdits } from '@fiscal/language/editor';
import type { LangiumDocument } from 'langium';
import type { Range } from 'vscode-languageserver';
import { words } from '../words.zh.js';
import type { Fix, Fixer } from './fix.js';

type Message = Extract<Finding['data'], { kind: 'message' }>;

/** What a slip of the hand, an input method or a paste left behind. */
export const slipFixes: Fixer = function* (finding, { document }) {
  if (finding.data.kind !== 'message') return;
  const { code } = finding.data;
  const { range } = finding.origin;
  if (asSuggested.has(code)) yield* suggestedWords(finding.data, range);
  if (safelyMended.has(code)) yield safeFix(finding, finding.data, document);
  if (code === 'two-lines')
    yield { ...insertion(range.start, `\n${indentationAt(document, range)}`, words.breakLine) };
  if (code === 'missing-opening-brace') yield insertion(range.end, ' {', words.addBrace('{'));
  if (code === 'unclosed-brace')
    yield closingBrace(document, range, finding.data.places?.[0]?.range ?? range);
  if (code === 'wrong-brace')
    yield { title: words.useName('}'), edits: [{ range, newText: '}' }], preferred: true };
  if (removed.has(code)) yield removal(finding.data, range, document);
  if (code === 'brackets-for-brace')
    yield { title: words.useBraces, edits: bracesFor(range, finding.data.places), preferred: true };
  if (code === 'wrong-opening-brace')
    yield { title: words.useName('{'), edits: [{ range, newText: '{' }], preferred: true };
  if (code === 'one-slash') yield insertion(range.start, '/', words.commentOut);
  if (code === 'conflict') yield* versionFixes(document, range);
};

/** What stands there is replaced by what was probably meant, as it is. */
const asSuggested: ReadonlySet<string> = new Set([
  'letter-in-number',
  'letter-in-code',
  'stray-letters',
  'missing-blank',
  'odd-figure',
  'malformed-code',
  'wrong-date',
  'lost-percent',
  'other-brackets',
  'word-for-nothing',
  'word-for-figure',
  'code-behind-name',
  'money-unit-for-unit',
  'short-code',
  'half-typed-line',
  'code-length',
  'misspelt-head',
  'blank-in-name',
  'year-in-words',
  'wrong-year',
  'unexpected-word',
  'unexpected-token',
]);

/** What stands there should not. */
const removed: ReadonlySet<string> = new Set([
  'doubled-brace',
  'list-mark',
  'left-mark',
  'second-figure',
  'stray-fence',
  'denied-and-stated',
]);

/** With the line where nothing else stands on it, else with the punctuation and blanks around it. */
function removal({ parameters }: Message, { start, end }: Range, { textDocument }: LangiumDocument): Fix {
  const title = words.removeWord(parameters['found'] ?? '{');
  const line = textDocument.getText(lineOf(start.line));
  const [before, behind] = [line.slice(0, start.character), line.slice(end.character)];
  if ((before + behind).trim() === '')
    return { title, edits: [{ range: lineOf(start.line), newText: '' }], preferred: true };
  const [around] = before.trim() === '' ? /^[、，,：:.．。 \t\u3000]*/.exec(behind)! : [''];
  const blanks = before.trim() === '' ? 0 : /[ \t\u3000]*$/.exec(before)![0].length;
  const range = {
    start: { ...start, character: start.character - blanks },
    end: { ...end, character: end.character + around.length },
  };
  return { title, edits: [{ range, newText: '' }], preferred: true };
}

function bracesFor(opening: Range, places: Message['places'] = []): Fix['edits'] {
  const closings = places.map(({ range }) => ({ range, newText: '}' }));
  return [{ range: opening, newText: '{' }, ...closings];
}

const safelyMended: ReadonlySet<string> = new Set(['lookalike', 'invisible-character', 'unquoted-name']);

function* suggestedWords({ suggestions }: Message, range: Range): Generator<Fix> {
  for (const [index, newText] of suggestions.entries())
    yield { title: words.useName(newText), edits: [{ range, newText }], preferred: index === 0 };
}

function safeFix(finding: Finding, { code }: Message, { textDocument }: LangiumDocument): Fix {
  const edits = safeEdits(finding, textDocument.getText());
  return { title: titleOf(code, edits.length), edits, preferred: true, safe: true };
}

function titleOf(code: string, count: number): string {
  if (code === 'unquoted-name') return words.quoteName;
  return code === 'lookalike' ? words.plainCharacters(count) : words.removeCharacters(count);
}

function insertion(place: Range['start'], newText: string, title: string): Fix {
  return { title, edits: [{ range: { start: place, end: place }, newText }], preferred: true };
}

/** On a line of its own, indented like the line that opened the block. */
function closingBrace(document: LangiumDocument, opening: Range, last: Range): Fix {
  const line = document.textDocument.getText(lineOf(last.end.line)).replace(/[\r\n]+$/, '');
  const place = { line: last.end.line, character: line.length };
  return insertion(place, `\n${indentationAt(document, opening)}}`, words.addBrace('}'));
}

function* versionFixes({ textDocument }: LangiumDocument, { start }: Range): Generator<Fix> {
  const versions = conflictVersions(textDocument.getText(), textDocument.offsetAt(start));
  if (!versions) return;
  const range = { start, end: textDocument.positionAt(versions.end) };
  for (const which of ['first', 'second'] as const)
    yield { title: words.useVersion(which), edits: [{ range, newText: versions[which] }] };
}

function indentationAt({ textDocument }: LangiumDocument, { start }: Range): string {
  return /^[ \t\u3000]*/.exec(textDocument.getText(lineOf(start.line)))![0];
}

function lineOf(line: number): Range {
  return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
}
