import { type Element, part, spreadsheet, x } from './xml.js';

/** How a cell looks. */
export interface Look {
  font: 'text' | 'bold' | 'header' | 'title' | 'link';
  align: 'left' | 'right' | 'center';
  border: boolean;
  /** 0.00; none for words. */
  format?: string;
}

const fonts: Record<Look['font'], Element> = {
  text: font('宋体', 10.5),
  bold: font('宋体', 10.5, [x('b')]),
  header: font('黑体', 10.5),
  title: font('黑体', 16),
  link: font('宋体', 10.5, [x('u'), x('color', { rgb: 'FF174EA6' })]),
};

/** Words stay words: Excel would take 2010301 or 3-1 for something to reckon with. */
const asText = '@';
const firstOwnFormat = 164;

/** The looks of a workbook, each written once. */
export class Styles {
  private readonly looks = new Map<string, { index: number; look: Look }>();
  private readonly formats = new Map<string, number>();

  /** The number by which a cell names its look. */
  indexOf(look: Look): number {
    const key = JSON.stringify([look.font, look.align, look.border, look.format]);
    const known = this.looks.get(key);
    if (known) return known.index;
    const index = this.looks.size + 1;
    this.looks.set(key, { index, look });
    return index;
  }

  part(): string {
    const looks = [...this.looks.values()].map(({ look }) => this.lookElement(look));
    const names = Object.keys(fonts) as Look['font'][];
    const line = (side: string) => x(side, { style: 'thin' }, [x('color', { auto: '1' })]);
    return part(
      x('styleSheet', { xmlns: spreadsheet }, [
        ...(this.formats.size === 0
          ? []
          : [x('numFmts', { count: String(this.formats.size) }, this.formatElements())]),
        x(
          'fonts',
          { count: String(names.length) },
          names.map((name) => fonts[name]),
        ),
        x('fills', { count: '2' }, [
          x('fill', [x('patternFill', { patternType: 'none' })]),
          x('fill', [x('patternFill', { patternType: 'gray125' })]),
        ]),
        x('borders', { count: '2' }, [
          x('border', [x('left'), x('right'), x('top'), x('bottom'), x('diagonal')]),
          x('border', [line('left'), line('right'), line('top'), line('bottom'), x('diagonal')]),
        ]),
        x('cellStyleXfs', { count: '1' }, [
          x('xf', { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0' }),
        ]),
        x('cellXfs', { count: String(looks.length + 1) }, [
          x('xf', { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0', xfId: '0' }),
          ...looks,
        ]),
        x('cellStyles', { count: '1' }, [x('cellStyle', { name: 'Normal', xfId: '0', builtinId: '0' })]),
      ]),
    );
  }

  private lookElement({ font: name, align, border, format = asText }: Look): Element {
    const attributes = {
      numFmtId: String(this.formatId(format)),
      fontId: String(Object.keys(fonts).indexOf(name)),
      fillId: '0',
      borderId: border ? '1' : '0',
      xfId: '0',
      applyNumberFormat: '1',
      applyFont: '1',
      applyBorder: '1',
      applyAlignment: '1',
    };
    return x('xf', attributes, [x('alignment', { horizontal: align, vertical: 'center', wrapText: '1' })]);
  }

  private formatId(format: string): number {
    if (format === asText) return 49;
    const known = this.formats.get(format) ?? firstOwnFormat + this.formats.size;
    this.formats.set(format, known);
    return known;
  }

  private formatElements(): Element[] {
    return [...this.formats].map(([formatCode, id]) => x('numFmt', { numFmtId: String(id), formatCode }));
  }
}

function font(name: string, size: number, marks: Element[] = []): Element {
  return x('font', [
    ...marks.filter(({ name: mark }) => mark !== 'color'),
    x('sz', { val: String(size) }),
    ...marks.filter(({ name: mark }) => mark === 'color'),
    x('name', { val: name }),
    x('family', { val: '3' }),
    x('charset', { val: '134' }),
  ]);
}
