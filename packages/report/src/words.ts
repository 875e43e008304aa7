/** The few words that renderers add of their own; everything else is the template's text. */
export const words = {
  /** A chart without points, or with nothing but zeros. */
  noData: '无数据',
  allZero: '各项金额均为零',
  /** Headings of the table that stands for a chart where it cannot be seen. */
  chartItem: '项目',
  chartValue: '数值',
  chartShare: '占比',
  /** A chart with more points than anyone can tell apart. */
  leftOut: (count: number) => `另有 ${count} 项未单独画出`,
  rest: (count: number) => `其余 ${count} 项`,
  unit: (unit: string) => `单位：${unit}`,
  /** Name of a navigation region when the report gives its contents no title. */
  contents: '目录',
} as const;
