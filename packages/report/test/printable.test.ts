import { describe, expect, test } from 'vitest';
import { renderChart } from '../src/chart/render-chart.js';
import type { ReportDocument } from '../src/document/document.js';
import { printable } from '../src/document/printable.js';
import { renderHtml, renderHtmlParts } from '../src/html/render-html.js';
import { noMarks } from '../src/html/marks.js';
import { renderMarkdown } from '../src/markdown/render-markdown.js';
import { text } from './table-builder.js';

/** A report that says some words in a paragraph, a heading, a chart and its caption. */
function saying(words: string): ReportDocument {
  const point = { label: text(words), value: '3', text: '3.00' };
  const content = text(words);
  return {
    title: words,
    language: 'zh-CN',
    blocks: [
      { kind: 'heading', level: 1, id: '一', number: '一、', content },
      { kind: 'paragraph', style: 'body', content },
      { kind: 'chart', id: '图-1', form: 'bar', caption: content, unit: '万元', points: [point] },
    ],
  };
}

function formatsOf(document: ReportDocument): string[] {
  const { text, figures } = renderMarkdown(document);
  return [text, renderHtml(document), renderHtmlParts(document, noMarks).html, ...figures.values()];
}

describe('a character that a format forbids is seen in its place', () => {
  test.each([
    ['U+0000', '甲\u0000乙', '甲␀乙'],
    ['U+0008', '甲\u0008乙', '甲␈乙'],
    ['U+000B', '甲\u000b乙', '甲␋乙'],
    ['ESC', '甲\u001b[31m乙', '甲␛[31m乙'],
    ['DEL', '甲\u007f乙', '甲␡乙'],
    ['a control character without a picture', '甲\u0085乙', '甲�乙'],
    ['U+FFFE', '甲\ufffe乙', '甲�乙'],
    ['the first half of a character', '甲\ud842乙', '甲�乙'],
    ['the second half of a character', '甲\udfb7乙', '甲�乙'],
  ])('%s', (_, written, seen) => {
    expect(printable(written)).toBe(seen);
    for (const text of formatsOf(saying(written))) {
      expect(printable(text)).toBe(text);
      expect(text.replaceAll('\\', '')).toContain(seen);
    }
  });
});

test('whole characters, blanks and line ends stay as they are', () => {
  const text = '𠮷野家\t“三公”\u3000经费\r\n\u200b😀';
  expect(printable(text)).toBe(text);
});

test('what ends a section of XML is escaped in a picture', () => {
  const [picture = ''] = renderMarkdown(saying('甲]]>乙')).figures.values();
  expect(picture).toContain('甲]]&gt;乙');
  expect(picture).not.toContain(']]>');
  expect(
    renderChart({ kind: 'chart', id: '1', form: 'pie', caption: text(']]>]]>'), unit: '', points: [] }),
  ).toContain(']]&gt;]]&gt;');
});
