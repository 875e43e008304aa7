import type { ResolvedState } from '@fiscal/core';

/** The few words that renderers add of their own; everything else is the template's text. */
export const words = {
  /** A chart without points, or with nothing but zeros. */
  noData: '无数据',
  allZero: '各项金额均为零',
  open: '金额未填',
  noneAbove: '没有大于零的金额，不能画成饼图',
  /** Headings of the table that stands for a chart where it cannot be seen. */
  chartItem: '项目',
  chartValue: '数值',
  chartShare: '占比',
  /** A chart with more points than anyone can tell apart. */
  leftOut: (count: number) => `另有 ${count} 项未单独画出`,
  rest: (count: number) => `其余 ${count} 项`,
  /** A rate as it was written, and the one on something else that is printed. */
  printedInstead: (item: string, written: string, printed: string) => `${item}写 ${written}，印 ${printed}`,
  unit: (unit: string) => `单位：${unit}`,
  /** Title of a link from one change to the next. */
  nextChange: '下一处',
  /** Name of a navigation region when the report gives its contents no title. */
  contents: '目录',
  /** Ends the title of a part of a table that no paper is wide enough for. */
  continued: '（续）',
  /** A page that leads to reports. */
  index: '公开目录',
  publishedOn: (day: string) => `${day} 公开`,
  fileOfSize: (format: string, size: string) => `${format}（${size}）`,
  /** The first link of a page, for whoever goes through it by keyboard. */
  skip: '跳到正文',
  /** A workbook's list of its sheets, and its sheet of all figures. */
  contentsColumns: ['表号', '表名', '工作表'],
  allFacts: '报告中的全部数据',
  factSheet: '数据',
  factColumns: ['路径', '名称', '指标', '数值', '单位', '来源', '文件', '行'],
  factStates: {
    stated: '写明',
    derived: '推算',
    unfilled: '未填',
    blocked: '缺数据',
    none: '未发生',
    inapplicable: '不适用',
    absent: '没有',
  } satisfies Record<ResolvedState, string>,
  csvColumns: ['表号', '表名', '文件'],
} as const;
