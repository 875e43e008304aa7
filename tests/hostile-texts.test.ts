import type { Block, Inline, ReportDocument } from '@fiscal/report';
import { describe, expect, test } from 'vitest';
import { published, publishedBytes } from './office/published.js';
import { paragraphsOf } from './office/read-docx.js';
import { sheetsOf } from './office/read-xlsx.js';
import { parseXml, partsOf } from './office/read-zip.js';

/** What somebody may type or paste, and what a reader must see of it. */
const texts: Record<string, [typed: string, shown?: string]> = {
  'a formula': ["=cmd|'/c calc'!A1"],
  'another formula': ['+HYPERLINK("http://a.example","x")'],
  markup: ['<w:p><script>alert(1)</script>&amp;"\''],
  'the end of a section': [']]> --> ?>'],
  'control characters': ['a\u0000b\u0007c\u001bd\u0085e', 'a␀b␇c␛d\ufffde'],
  'half a character': ['a\ud800b', 'a\ufffdb'],
  'what is no character': ['a\uffffb\ufdd0', 'a\ufffdb\ufffd'],
  emoji: ['👩‍👩‍👧‍👦 完成'],
  'Extension B': ['𠮷野家𪚥'],
  'right to left': ['abc\u202edef'],
  blanks: ['  a   b  '],
  'a very long text': ['长'.repeat(30_000)],
  'very long without a break': ['x'.repeat(30_000)],
  'a field': ['{ TC "x" } \\f "T" \\\\'],
  'a code of Excel': ['_x0041_ &P &D'],
};

const inline = (text: string): Inline[] => [{ kind: 'text', text }];

function documentWith(text: string): ReportDocument {
  const cell = { content: inline(text), header: false };
  const blocks: Block[] = [
    { kind: 'cover', blocks: [{ kind: 'paragraph', style: 'title', content: inline(text) }] },
    { kind: 'contents', title: [], blocks: [], entries: [{ level: 2, target: text, content: inline(text) }] },
    { kind: 'heading', level: 2, id: `节-${text}`, number: '', content: inline(text) },
    { kind: 'paragraph', style: 'body', content: inline(text) },
    {
      kind: 'list',
      ordered: true,
      start: 3,
      items: [[{ kind: 'paragraph', style: 'body', content: inline(text) }]],
    },
    {
      kind: 'chart',
      id: '图-1',
      form: 'pie',
      caption: inline(text),
      unit: '',
      points: [{ label: inline(text), value: '1', text }],
    },
    {
      kind: 'table',
      id: text,
      title: inline(text),
      label: inline(text),
      unit: '',
      header: [[{ content: inline(text), columnSpan: 1, rowSpan: 1 }]],
      columns: [{ align: 'left' }],
      rows: [{ total: false, cells: [cell] }],
      notes: [inline(text)],
    },
  ];
  return { title: text, language: 'zh-CN', blocks };
}

describe.each(Object.entries(texts))('%s', (_, [typed, shown = typed]) => {
  const document = documentWith(typed);

  test('stands in Word as it was typed, in parts that are XML', async () => {
    const file = await publishedBytes('docx', document);
    for (const xml of partsOf(file).values()) expect(() => parseXml(xml)).not.toThrow();
    expect(paragraphsOf(file)).toEqual(Array.from({ length: 10 }, () => shown));
  });

  test('stands in Excel as it was typed, as words', async () => {
    const file = await publishedBytes('xlsx', document);
    const parts = partsOf(file);
    for (const xml of parts.values()) {
      expect(() => parseXml(xml)).not.toThrow();
      expect(xml).not.toContain('<f>');
    }
    const [contents, table] = sheetsOf(file);
    expect(table!.rows.flat()).toEqual(Array.from({ length: 5 }, () => shown));
    expect(contents!.rows[2]!.slice(0, 2)).toEqual([shown, shown]);
    expect(table!.name.length).toBeLessThanOrEqual(31);
  });

  test('is no formula in CSV', async () => {
    const [[, content]] = [...(await published('csv', document))] as [[string, string]];
    expect(content.replace(/^\ufeff/, '')).not.toMatch(/(?:^|,|\n)"?[=+@-]/);
    expect(content.replaceAll('""', '"')).toContain(shown);
  });
});
