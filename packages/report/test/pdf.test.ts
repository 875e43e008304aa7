import { describe, expect, test } from 'vitest';
import type { ReportDocument } from '../src/document/document.js';
import type { Printer } from '../src/means.js';
import { pagesOfIds } from '../src/pdf/page-places.js';
import { renderPdf } from '../src/pdf/render-pdf.js';
import { text } from './table-builder.js';

/** A PDF as a browser writes it: four pages, the first two before the text. */
const objects = [
  "<</Title (x)\n/Creator (Browser \\(150\\))\n/CreationDate (D:20240918083001+00'00')\n/ModDate (D:20240918083001+00'00')>>",
  '<</Type /Catalog\n/Pages 3 0 R\n/Dests 4 0 R>>',
  '<</Type /Pages\n/Kids [5 0 R 6 0 R]>>',
  '<</#25E9#2583#25A8-1 [8 0 R /XYZ 0 841 0]\n/a [9 0 R /XYZ 0 100 0]>>',
  '<</Type /Pages\n/Kids [7 0 R]>>',
  '<</Type /Pages\n/Kids [10 0 R 8 0 R 9 0 R]>>',
  '<</Type /Page>>',
  '<</Type /Page>>',
  '<</Type /Page>>',
  '<</Type /Page>>',
];

function pdf(): Uint8Array {
  let file = '%PDF-1.4\n';
  const rows = objects.map((object, index) => {
    const row = `${String(file.length).padStart(10, '0')} 00000 n \n`;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return row;
  });
  const start = file.length;
  file += `xref\n0 ${rows.length + 1}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return new TextEncoder().encode(file);
}

const document: ReportDocument = {
  title: '报告',
  language: 'zh-CN',
  blocks: [
    {
      kind: 'contents',
      title: [],
      blocks: [],
      entries: [
        { level: 1, target: '部-1', content: text('第一部分') },
        { level: 2, target: 'a', content: text('一、收入') },
      ],
    },
    { kind: 'heading', level: 1, id: '部-1', number: '', content: text('第一部分') },
    { kind: 'heading', level: 2, id: 'a', number: '', content: text('一、收入') },
  ],
};

test('the pages of ids are read from what a browser writes', () => {
  expect([...pagesOfIds(pdf())]).toEqual([
    ['部-1', 3],
    ['a', 4],
  ]);
});

describe('printing', () => {
  const printed: string[] = [];
  let closed = 0;
  const printer: Printer = {
    print: async (html) => {
      printed.push(html);
      return pdf();
    },
    close: async () => void (closed += 1),
  };

  test('writes the pages into the contents, counted from part one, the second time', async () => {
    await renderPdf(document, { printer: async () => printer });
    expect(printed).toHaveLength(2);
    expect([...printed[1]!.matchAll(/class="page">(\d+)</g)].map(([, number]) => number)).toEqual(['1', '2']);
    expect(closed).toBe(1);
  });

  test('leaves out when and with what it was done, and moves no byte', async () => {
    const settled = await renderPdf(document, { printer: async () => printer });
    const read = new TextDecoder().decode(settled);
    expect(read).not.toMatch(/D:2024|Browser/);
    expect(settled.length).toBe(pdf().length);
    expect([...pagesOfIds(settled)]).toHaveLength(2);
  });

  test('ends the browser when it fails, and says so where there is none', async () => {
    const failing = { ...printer, print: () => Promise.reject(new Error('gone')) };
    const before = closed;
    await expect(renderPdf(document, { printer: async () => failing })).rejects.toThrow('gone');
    expect(closed).toBe(before + 1);
    await expect(renderPdf(document, {})).rejects.toThrow('no-browser');
  });
});
