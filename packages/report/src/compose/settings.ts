import {
  type Finding,
  growthOfZero,
  type Setting,
  settingFindings,
  settingForms,
  type Template,
} from '@fiscal/core';

/** 'trimmed': the declared decimals without trailing zeros, 3650.36 and 8. */
export type Decimals = number | 'trimmed' | 'declared';

export interface FigureSettings {
  decimals: Decimals;
  thousands: boolean;
  /** Printed for a figure that nobody states; undefined: as zero. */
  absent: string | undefined;
  /** Printed for zero; undefined: as a figure. */
  zero: string | undefined;
  /** Zero as a figure has no decimals: 0, 0%. */
  shortZero: boolean;
  /** Percentages without trailing zeros. */
  shortRates: boolean;
}

/** How the reports of a template print, read once. */
export interface Settings {
  text: FigureSettings;
  table: FigureSettings;
  /** 取舍 截断: amounts of money are cut after their last place; all else is rounded. */
  truncates: boolean;
  unfilled: string;
  /** Printed for 未发生; undefined: as zero. */
  none: string | undefined;
  inapplicable: string;
  /** Printed for a rate on a base of zero; undefined: as zero. */
  undefinedRate: string | undefined;
  /** Printed for the growth of what was zero; undefined: as other rates on a base of zero. */
  undefinedGrowth: string | undefined;
  numbering: {
    part: string;
    /** By depth below the part. */
    sections: readonly string[];
    list: string;
    table: string;
    chart: string;
  };
  /** Table titles carry their number in the text too, not only in the contents. */
  numberedTables: boolean;
  /** A part goes on on the page of the one before. */
  partsRunOn: boolean;
  unitNote: string;
  /** Above an annex table, before its unit: who publishes it, and for which year. */
  annexNote: string;
  /** 栏次 and 行次 of annex tables. */
  numbersColumns: boolean;
  numbersRows: boolean;
  contentsLevels: number;
  /** For the document's properties and file names. */
  documentTitle: string;
}

/**
 * Reads the 设置 of a template. What is not set has its default; what cannot be read is reported and ignored.
 *
 * | setting | default | meaning |
 * |---|---|---|
 * | 百分比小数 | 2 | digits of percentages; read when the report is linked |
 * | 百分比去零 | 否 | percentages without trailing zeros |
 * | 正文小数 | 去零 | money in text: 去零, 原样 (declared decimals) or a number of digits |
 * | 正文千分位 | 否 | 1,234.56 in text |
 * | 正文零值 | 原样 | zero in text: 原样 (with the decimals of the others) or 去零 (0, 0%) |
 * | 正文空值 | 零 | absent figures in text: 零 (printed as zero) or these words |
 * | 表内小数 | 原样 | money in tables |
 * | 表内千分位 | 否 | |
 * | 表内空值 | "" | absent figures in tables |
 * | 零值 | 零 | zero in tables: 零 (as a figure) or these words |
 * | 未填 | 未填 | figures left open |
 * | 未发生 | 零 | 零 or these words |
 * | 不适用 | — | |
 * | 基数为零 | — | rates that have no base: 零 (0% with the decimals of percentages) or these words |
 * | 增长基数为零 | as 基数为零 | the growth of what was zero |
 * | 部分编号 | 第{中文}部分 | {中文} and {数字} stand for the number |
 * | 部分另起页 | 是 | 否: a part goes on on the page of the one before |
 * | 一级编号 … 五级编号 | {中文}、 （{中文}） {数字}. （{数字}） {数字}） | sections by depth |
 * | 列表编号 | {数字}. | paragraphs of a 列表 |
 * | 表编号 | {中文}、 | tables in the contents |
 * | 图编号 | 图{数字}： | |
 * | 表题编号 | 否 | the number also stands before a table's title |
 * | 单位标注 | 单位：{单位} | above tables |
 * | 附表标注 | "" | above the tables with a 表号, before the unit |
 * | 栏次 | 否 | the tables with a 表号 number their columns of figures |
 * | 行次 | 否 | those of several panels number their rows |
 * | 目录层级 | 2 | levels of headings in the contents |
 * | 可不写 | "" | blocks that a report may do without: nothing is missing where they are |
 * | 文档名 | {名称}{年度}年度{种类} | title of the document and its files |
 */
export function readSettings(
  template: Template | undefined,
  report: (finding: Finding) => void,
  truncates = false,
): Settings {
  const given: ReadonlyMap<string, Setting> = template?.settings ?? new Map();
  for (const finding of settingFindings({ settings: new Map(given) })) report(finding);
  const words = (name: string) => readWords(given, name);
  return {
    text: {
      ...figures(given, '正文'),
      absent: zeroOrWords(words('正文空值')),
      zero: undefined,
      shortZero: words('正文零值') === '去零',
    },
    table: {
      ...figures(given, '表内'),
      absent: zeroOrWords(words('表内空值')),
      zero: zeroOrWords(words('零值')),
      shortZero: false,
    },
    truncates,
    unfilled: words('未填'),
    none: zeroOrWords(words('未发生')),
    inapplicable: words('不适用'),
    undefinedRate: zeroOrWords(words('基数为零')),
    undefinedGrowth: growthOfZero(template),
    numbering: {
      part: words('部分编号'),
      sections: ['一级编号', '二级编号', '三级编号', '四级编号', '五级编号'].map(words),
      list: words('列表编号'),
      table: words('表编号'),
      chart: words('图编号'),
    },
    numberedTables: words('表题编号') === '是',
    partsRunOn: words('部分另起页') === '否',
    unitNote: words('单位标注'),
    annexNote: words('附表标注'),
    numbersColumns: words('栏次') === '是',
    numbersRows: words('行次') === '是',
    contentsLevels: Number(words('目录层级')),
    documentTitle: words('文档名'),
  };
}

function figures(given: ReadonlyMap<string, Setting>, place: string) {
  return {
    decimals: decimalsOf(readWords(given, `${place}小数`)),
    thousands: readWords(given, `${place}千分位`) === '是',
    shortRates: readWords(given, '百分比去零') === '是',
  };
}

function readWords(given: ReadonlyMap<string, Setting>, name: string): string {
  const form = settingForms.get(name)!;
  const value = given.get(name)?.value;
  return value !== undefined && form.accepts(value) ? value : form.standard;
}

function decimalsOf(words: string): Decimals {
  if (words === '去零') return 'trimmed';
  return words === '原样' ? 'declared' : Number(words);
}

function zeroOrWords(words: string): string | undefined {
  return words === '零' ? undefined : words;
}
