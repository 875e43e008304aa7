import type { LangiumDocument } from 'langium';
import type { Range, TextEdit } from 'vscode-languageserver';
import { words } from '../words.zh.js';
import type { Fixer } from './fix.js';

/** Texts get the quotes and fences that they lack, or stand wrong with. */
export const textFixes: Fixer = function* ({ data, origin: { range } }, { document }) {
  if (data.kind !== 'message') return;
  const places = (data.places ?? []).map((place) => place.range);
  const fix = (title: string, edits: TextEdit[]) => ({ title, edits, preferred: true });
  switch (data.code) {
    case 'unquoted-text':
      return yield fix(words.quoteText, [inQuotes(document, range)]);
    case 'unopened-string':
      return yield fix(words.quoteText, [insertion(range.start, '"')]);
    case 'other-quotes':
      return yield fix(words.quoteText, [inQuotes(document, range)]);
    case 'unfenced-text':
      return yield fix(words.fenceText, fences(document, range, places));
    case 'unopened-text':
      return yield fix(words.openText, [insertion(range.end, ' """')]);
    case 'unclosed-text':
      return yield* places
        .slice(0, 1)
        .map((last) => fix(words.closeText, [closingFence(document, range, last)]));
    case 'text-at-fence':
      return yield fix(
        words.partFence,
        [range, ...places].map((each) => lineBreak(document, each)),
      );
    case 'stray-words':
      return yield { title: words.commentOut, edits: [insertion(range.start, '// ')] };
    case 'prose':
      return yield { title: words.commentOut, edits: comments(document, range, places.at(-1) ?? range) };
  }
};

/** With quotes of its own, if it has any, taken off. */
function inQuotes({ textDocument }: LangiumDocument, range: Range): TextEdit {
  const text = textDocument.getText(range).replace(/^["'‘「『]|["'’」』]$/g, '');
  return { range, newText: `"${text.replace(/"([^"]*)"/g, '“$1”')}"` };
}

/** 职责 and a text below it, or behind it: from the first character to the last. */
function fences(document: LangiumDocument, head: Range, [first, last]: Range[]): TextEdit[] {
  if (!first || !last) return [];
  const closing = closingFence(document, head, last);
  if (first.start.line > head.start.line) return [insertion(head.end, ' """'), closing];
  const between = { start: head.end, end: first.start };
  return [{ range: between, newText: ` """\n${indentationAt(document, head)}  ` }, closing];
}

/** On the line below the last character, deeper than the head of the text. */
function closingFence(document: LangiumDocument, head: Range, { end }: Range): TextEdit {
  return insertion(end, `\n${indentationAt(document, head)}  """`);
}

/** Behind a fence that text stands behind, before one that stands behind text. */
function lineBreak(document: LangiumDocument, fence: Range): TextEdit {
  const behind = document.textDocument.getText({ start: fence.end, end: lineEnd(fence) });
  const indentation = indentationAt(document, fence);
  return behind.trim() === ''
    ? insertion(fence.start, `\n${indentation}`)
    : insertion(fence.end, `\n${indentation}  `);
}

function comments(document: LangiumDocument, first: Range, last: Range): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let line = first.start.line; line <= last.end.line; line++) {
    const place = { line, character: indentationAt(document, lineAt(line)).length };
    edits.push(insertion(place, '// '));
  }
  return edits;
}

function insertion(place: Range['start'], newText: string): TextEdit {
  return { range: { start: place, end: place }, newText };
}

function indentationAt({ textDocument }: LangiumDocument, { start }: Range): string {
  return /^[ \t\u3000]*/.exec(textDocument.getText(lineAt(start.line)))![0];
}

function lineEnd({ end }: Range): Range['end'] {
  return { line: end.line + 1, character: 0 };
}

function lineAt(line: number): Range {
  return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
}
