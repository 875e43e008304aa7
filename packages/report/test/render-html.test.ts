import { describe, expect, test } from 'vitest';
import type { Block, ParagraphStyle, Table } from '../src/document/document.js';
import { renderHtml } from '../src/html/render-html.js';
import { table, text } from './table-builder.js';

function html(...blocks: Block[]): string {
  return renderHtml({ title: '样例', language: 'zh-CN', blocks });
}

/** The page without its head. */
function body(...blocks: Block[]): string {
  return /<main id="正文">[\s\S]*<\/main>/.exec(html(...blocks))![0];
}

const style = /<style>([\s\S]*)<\/style>/.exec(html())![1]!;

function paragraph(text: string, kind: ParagraphStyle): Block {
  return { kind: 'paragraph', style: kind, content: [{ kind: 'text', text }] };
}

const expenditure = `
  项目[2] | 决算数/2
  科目编码 | 科目名称 | ^>
  2080505 | 行政运行 | 12.00`;

describe('a table', () => {
  test('says how wide its columns are, how large its letters on paper, and when it scrolls', () => {
    const page = body(table(expenditure));
    expect(page).toMatch(
      /<div id="表-1" class="table short" style="--size: 10.5pt; --wish: [\d.]+em; --least: [\d.]+em">/,
    );
    const widths = [...page.matchAll(/<col style="width: ([\d.]+)%">/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(3);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 0);
  });

  test.each([
    [2, 'table short'],
    [8, 'table wide short'],
    [24, 'table widest short'],
  ])('with %i columns of figures is a %s', (count, classes) => {
    const line = (cell: string) => Array.from({ length: count }, () => cell).join(' | ');
    const source = `科目名称 | ${line('数>')}\n行政运行 | ${line('12345678.00')}`;
    expect(body(table(source))).toContain(`class="${classes}"`);
  });

  test('that is a form is a sheet of its own', () => {
    expect(body(table(expenditure, { startsPage: true }))).toContain('class="table sheet short"');
    expect(style).toContain('.sheet { break-before: page;');
  });

  test('keeps the names of rows and what stands over them in sight', () => {
    const page = body(table(expenditure));
    expect(page).toMatch(/<th scope="colgroup" colspan="2" class="pinned" style="left: -[\d.]+em">项目</);
    expect(page).toContain('<th scope="col" class="pinned">科目名称<');
    expect(page).toContain('<th scope="col">科目编码<');
    expect(page).toContain('<th scope="row">行政运行<');
  });

  test('lets break only what no column is wide enough for', () => {
    const page = body(table(`科目 | 数>\n行政运行 | 12345678901.23\n公用经费 | ${'9'.repeat(99)}`));
    expect(page).toContain('<td align="right">12345678901.23<');
    expect(page).toContain('<td align="right" class="long">999');
  });

  test('has its notes directly below', () => {
    const notes: Table['notes'] = [[{ kind: 'text', text: '注：本表反映支出。' }]];
    expect(body(table(expenditure, { notes }))).toMatch(
      /<\/div>\s*<p class="note">注：本表反映支出。<\/p>\s*<\/div>/,
    );
    expect(style).toMatch(/\.table > \.note \{[^}]*break-before: avoid/);
  });

  test('of ten thousand rows is written whole', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `科目${index} | ${index}`).join('\n');
    expect(body(table(`科目 | 数>\n${rows}`))).toContain('>科目9999<');
  });
});

describe('the page', () => {
  test('never stretches lines on the screen: an unbreakable figure would tear short ones', () => {
    expect(style.slice(0, style.indexOf('@media print'))).not.toContain('justify;');
  });

  test('sets a sub-title inside a part no larger than its heading', () => {
    expect(body(paragraph('（报告范围）', 'subtitle'))).toContain('<p class="subtitle">（报告范围）</p>');
    const sizes = [...style.matchAll(/^ *\.subtitle \{([^}]*)\}/gm)].map(([, rules]) => rules);
    expect(sizes).toHaveLength(1);
    expect(sizes[0]).not.toContain('font-size');
  });

  test('loads nothing and runs nothing', () => {
    const page = html(paragraph('<script>alert(1)</script>', 'body'), table(expenditure));
    expect(page).toContain('content="default-src &#x27;none&#x27;;');
    expect(page).not.toMatch(/<script|<link|<img|url\(|@import|https?:\/\//);
  });

  test('text has a contrast of at least 4.5 in light and dark', () => {
    const schemes = [
      ...style.matchAll(
        /--paper: (#\w+); --ink: (#\w+); --soft: (#\w+);[^}]*--tint: (#\w+); --link: (#\w+)/g,
      ),
    ];
    expect(schemes).toHaveLength(2);
    for (const [, paper, ink, soft, tint, link] of schemes)
      for (const [text, ground] of [
        [ink, paper],
        [soft, paper],
        [link, paper],
        [ink, tint],
      ])
        expect(contrast(text!, ground!)).toBeGreaterThan(4.5);
  });
});

/** Relative luminance as WCAG defines it. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
