import type {
  AcceptanceChange,
  DefinitionChange,
  HeaderChange,
  MetFinding,
  SubjectChange,
} from '../changes.js';

/** Units of money are so many zeros apart. */
const powers: Readonly<Record<number, string>> = { 1: '十', 3: '千', 4: '万', 5: '十万', 8: '亿' };

/** All that is said of changes, but for the findings. */
export const words = {
  noChanges: '没有实质变化',
  summary: (typed: number, derived: number, found: number, gone: number) =>
    `${typed} 处改动，由此变动 ${derived} 个数，新增 ${found} 个问题，消除 ${gone} 个`,
  notes: (found: number, gone: number) => `提示和说明新增 ${found} 条，消除 ${gone} 条`,
  changedFindings: (count: number) => `${count} 个问题的内容变了`,
  added: (kind: string, name: string, year: number, figures: number) =>
    `新增一份报告：${kind} ${name} ${year}，写了 ${figures} 个数`,
  removed: (kind: string, name: string, year: number, figures: number) =>
    `删去一份报告：${kind} ${name} ${year}，原来写了 ${figures} 个数`,

  report: '报告',
  acceptances: '忽略和级别',
  definitions: '模板和规则',
  project: '项目设置',
  unexplained: '没有找到起因的',
  because: (causes: readonly string[]) => `因为 ${causes.join('、')}`,
  more: (causes: readonly string[], all: number) => `${causes.join('、')} 等 ${all} 处`,
  reportReferred: (name: string) => `引用的《${name}》`,

  points: ' 个百分点',
  nothing: '没有',
  states: { unfilled: '未填', none: '未发生', inapplicable: '不适用', blocked: '算不出', absent: '没有' },
  wasDerived: (value: string) => `原由其他数算得 ${value}`,
  isDerived: (value: string) => `现由其他数算得 ${value}`,
  times: '是原数的一万倍，像是把元写成了万元',
  divided: '是原数的万分之一，像是把万元写成了元',
  precision: (old: string, next: string) => `数值没有变，${old}改为${next}`,
  exact: '精确到元',
  decimals: (count: number) => `保留 ${count} 位小数`,
  cut: (count: number) => `截断到 ${count} 位小数`,
  rescaled: (count: number, factor: string) =>
    `${count} 个数的数字没有改，都变成原来的${factor}，像是漏了换算`,
  converted: (count: number) => `${count} 个数只是换算单位，数值没有变`,
  redigited: (count: number) => `${count} 个数的精度随之改变，数值没有变`,
  percentages: (decimals: string) => `百分比都改按 ${decimals} 位小数印`,
  fraction: (zeros: number) => `${powers[zeros]}分之一`,
  multiple: (zeros: number) => `${powers[zeros]?.replace(/^(?!十)/, '一')}倍`,
  alsoRescaled: (count: number) => `由此算得的 ${count} 个数也是这样`,
  writtenTwice: '写了两次',
  severalPlaces: (count: number) => `写了 ${count} 处`,

  sorts: {
    project: '项目',
    unit: '单位',
    indicator: '指标',
    line: '科目',
    term: '名词',
    item: '',
  } as Record<SubjectChange['sort'], string>,
  subjects: {
    added: '新增',
    removed: '删去',
    movedFrom: (report: string) => `由《${report}》移来`,
    movedTo: (report: string) => `移到《${report}》`,
    renamed: (old: string) => `改名，原为「${old}」`,
    moved: (from: string) => (from === '' ? '移到这里' : `由「${from}」移来`),
  },

  headers: {
    kind: '报告种类',
    name: '名称',
    year: '年度',
    moneyUnit: '货币单位',
    decimals: '小数位数',
    percentDecimals: '百分比小数位数',
    truncates: '取舍',
  } as Record<HeaderChange['property'], string>,
  truncates: { true: '截断', false: '四舍五入' } as Record<string, string>,
  referenceUnchanged: (old: string | undefined, next: string | undefined) =>
    next === undefined
      ? '引用的那一行没有改，文件没有了'
      : old === undefined
        ? '引用的那一行没有改，文件有了'
        : '引用的那一行没有改，那份报告改了名称或者年度',
  reportFigures: (report: string, figures: readonly string[]) => `《${report}》的${figures.join('、')}`,
  reference: (of: string) => `引用 ${of}`,

  definitionKinds: { template: '模板', rule: '规则', schema: '结构' } as Record<
    DefinitionChange['of'],
    string
  >,
  definitionChanges: {
    added: '新增',
    removed: '删去',
    changed: '内容改了',
    another: '换了模板',
  } as Record<DefinitionChange['change'], string>,
  standsIn: (file: string) => `写在 ${file}`,
  elsewhere: (count: number) => `所用的规则、模板、级别改了 ${count} 处`,

  acceptanceKinds: { suppression: '忽略', severity: '级别' } as Record<AcceptanceChange['kind'], string>,
  severities: { error: '错误', warning: '警告', information: '提示', hint: '说明' },
  keptAcceptance: '没有改',
  met: {
    hidden: '压下：',
    shown: '不再压下：',
    gone: '原来压下，现在没有了：',
    changed: '压下的变了：',
    same: '压下：',
    weighed: '改了级别：',
  } as Record<MetFinding['change'], string>,
  formerly: (text: string) => `原为：${text.replaceAll('\n', ' ')}`,
  hidden: (count: number) => `忽略了 ${count} 个问题`,
  shown: (count: number) => `不再忽略 ${count} 个问题`,
  weighed: (count: number) => `${count} 个问题改了级别`,
  wholeReport: '整份报告',
  until: (day: string) => `（至 ${day}）`,
  noReason: '没有写明原因',
  levels: {
    error: '改为错误',
    warning: '改为警告',
    information: '改为提示',
    hint: '改为说明',
    off: '不查',
  } as Record<string, string>,
  years: {
    summary: (restated: number, jumped: number, subjects: number, copied: number) =>
      restated + jumped + subjects + copied === 0
        ? '两年衔接，没有要说明的'
        : `${restated} 个上年数与上年决算不同，${jumped} 个数变动大而没有原因，` +
          `${subjects} 个项目、单位或科目有增减，${copied} 处原因照抄上年`,
    restated: '上年数与上年决算不同（上年决算 → 今年写的上年）',
    jumped: '变动大，没有写原因',
    subjects: '项目、单位、科目的增减',
    copied: '原因照抄上年，增减的方向却变了',
    added: '上年没有',
    removed: '今年没有了',
    otherName: (name: string) => `上年的报告是《${name}》`,
    ofUnit: (unit: string) => `《${unit}》`,
    partOf: {
      all: (block: string) => block,
      lines: (block: string) => `${block}的科目`,
      details: (block: string) => `${block}的明细`,
    },
    unlisted: (all: readonly string[]) => `上年的报告没有列${all.join('、')}，增减没有比较`,
    alone: (units: readonly string[]) => `没有上年的报告，没有单独比较：${units.join('、')}`,
    turned: (before: string, now: string, unit: string) => `上年 ${before} ${unit}，今年 ${now} ${unit}`,
  },
  quoted: (text: string) => `“${text}”`,
} as const;
