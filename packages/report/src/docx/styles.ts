import { AlignmentType, type IStylesOptions, LineRuleType, TabStopType } from 'docx';
import { bodySize, linePitch, textWidth, twips } from './page.js';

/** Names that every Chinese Word has; the font table says what stands in for 小标宋 where it is not installed. */
export const fonts = {
  song: fontPair('仿宋'),
  hei: fontPair('黑体'),
  kai: fontPair('楷体'),
  title: fontPair('方正小标宋简体'),
  plain: fontPair('宋体'),
};

function fontPair(chinese: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: chinese, cs: 'Times New Roman' };
}

/** Half points, as Word counts letters. */
const half = (points: number) => points * 2;

const pitch = { line: twips(linePitch), lineRule: LineRuleType.EXACT };
/** 左空二字, whatever the size of the letters. */
const twoCharacters = (size = bodySize) => ({ firstLine: twips(2 * size), firstLineChars: 200 });
const noIndent = { firstLine: 0, firstLineChars: 0 };

function heading(font: object, more: { bold?: boolean } = {}) {
  return {
    run: { font, size: half(bodySize), color: '000000', bold: more.bold ?? false, italics: false },
    paragraph: { spacing: { ...pitch, before: 0, after: 0 }, indent: twoCharacters(), keepNext: true },
  };
}

function centred(font: object, size: number, space: { before?: number; after?: number } = {}) {
  return {
    run: { font, size: half(size), color: '000000', bold: false, italics: false },
    paragraph: {
      alignment: AlignmentType.CENTER,
      indent: noIndent,
      spacing: {
        line: twips(Math.max(linePitch, size * 1.5)),
        lineRule: LineRuleType.EXACT,
        before: twips(space.before ?? 0),
        after: twips(space.after ?? 0),
      },
    },
  };
}

/** Names of the styles of our own, by what they are for. */
export const styleIds = {
  body: 'Body',
  centered: 'Centered',
  note: 'Note',
  item: 'Item',
  quote: 'Quotation',
  preformatted: 'Preformatted',
  title: 'ReportTitle',
  subtitle: 'Subtitle1',
  coverTitle: 'CoverTitle',
  coverSubtitle: 'CoverSubtitle',
  coverLine: 'CoverLine',
  contentsTitle: 'ContentsTitle',
  tableTitle: 'TableTitle',
  tableLine: 'TableLine',
  tableText: 'TableText',
  tableNote: 'TableNote',
  picture: 'Picture',
  caption: 'PictureCaption',
  pageNumber: 'PageNumber',
} as const;

type OwnStyle = [id: keyof typeof styleIds, name: string, look: object];

const body = {
  paragraph: {
    alignment: AlignmentType.BOTH,
    indent: twoCharacters(),
    spacing: { ...pitch, before: 0, after: 0 },
    widowControl: true,
  },
};

const single = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 };

const own: OwnStyle[] = [
  ['body', '公文正文', body],
  ['item', '公文列项', body],
  ['centered', '公文居中', centred(fonts.song, bodySize)],
  ['note', '公文注', { run: { size: half(12) }, ...body }],
  [
    'quote',
    '公文引用',
    { run: { font: fonts.kai }, paragraph: { ...body.paragraph, indent: { left: 640 } } },
  ],
  [
    'preformatted',
    '公文原样',
    {
      run: { font: fonts.plain, size: half(10.5) },
      paragraph: { alignment: AlignmentType.LEFT, indent: noIndent, spacing: single },
    },
  ],
  ['title', '公文标题', centred(fonts.title, 22, { before: 14, after: 14 })],
  ['subtitle', '公文副标题', centred(fonts.kai, bodySize)],
  ['coverTitle', '封面标题', centred(fonts.title, 32, { after: 14 })],
  ['coverSubtitle', '封面副标题', centred(fonts.title, 26, { after: 14 })],
  ['coverLine', '封面文字', centred(fonts.song, 22, { after: 7 })],
  ['contentsTitle', '目录标题', centred(fonts.hei, 22, { after: 14 })],
  ['tableTitle', '表题', keepNext(centred(fonts.title, bodySize))],
  [
    'tableLine',
    '表前说明',
    {
      run: { size: half(10.5) },
      paragraph: { indent: noIndent, spacing: { ...single, after: 40 }, keepNext: true },
    },
  ],
  ['tableText', '表内文字', { run: { size: half(10.5) }, paragraph: { indent: noIndent, spacing: single } }],
  [
    'tableNote',
    '表注',
    {
      run: { size: half(10.5) },
      paragraph: { indent: noIndent, spacing: { ...single, before: 60, after: 60 } },
    },
  ],
  [
    'picture',
    '图',
    {
      paragraph: {
        alignment: AlignmentType.CENTER,
        indent: noIndent,
        keepNext: true,
        spacing: { ...single, before: 120 },
      },
    },
  ],
  ['caption', '图题', centred(fonts.hei, 14, { after: 6 })],
  [
    'pageNumber',
    '页码数字',
    { run: { font: fonts.plain, size: half(14) }, paragraph: { indent: noIndent, spacing: single } },
  ],
];

function keepNext(look: ReturnType<typeof centred>) {
  return { ...look, paragraph: { ...look.paragraph, keepNext: true } };
}

/** TOC1 …: dots to the page number at the right edge of the text. */
function contentsLevel(level: number) {
  return {
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    run: { font: level === 1 ? fonts.hei : fonts.song, size: half(bodySize) },
    paragraph: {
      indent: { left: twips(bodySize * (level - 1)), ...noIndent },
      spacing: { ...pitch, before: 0, after: 0 },
      tabStops: [{ type: TabStopType.RIGHT, position: textWidth('portrait'), leader: 'dot' as const }],
    },
  };
}

/** 一级 黑体, 二级 楷体, then 仿宋; the parts are titles of their own. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: fonts.song, size: half(bodySize), language: { value: 'en-US', eastAsia: 'zh-CN' } },
    },
    heading1: { ...keepNext(centred(fonts.title, 22, { before: 0, after: 14 })) },
    heading2: heading(fonts.hei),
    heading3: heading(fonts.kai, { bold: true }),
    heading4: heading(fonts.song, { bold: true }),
    heading5: heading(fonts.song, { bold: true }),
    heading6: heading(fonts.song, { bold: true }),
    hyperlink: { run: { color: '000000', underline: {} } },
  },
  paragraphStyles: [
    ...own.map(([id, name, look]) => ({
      id: styleIds[id],
      name,
      basedOn: 'Normal',
      quickFormat: true,
      ...look,
    })),
    ...[1, 2, 3, 4, 5, 6].map(contentsLevel),
  ],
};
