import type { FigureState, ResolvedState } from '@fiscal/core';

/** What the server says to its user, besides the findings themselves. */
export const words = {
  // Related places
  figure: (label: string, value: string, unit: string) =>
    `「${label}」${value}${unit === '%' ? '' : ' '}${unit}`.trimEnd(),
  leftOpen: (label: string) => `「${label}」未填`,

  // Code actions
  useComputed: (value: string) => `改为算得的 ${value}`,
  useOther: (value: string) => `改为另一处的 ${value}`,
  useName: (name: string) => `改为「${name}」`,
  useUnit: (unit: string) => `单位改为 ${unit}`,
  writeAs: (text: string) => `写成 ${text}`,
  roundTo: (text: string) => `四舍五入为 ${text}`,
  leaveOpen: '填上 未填',
  closeString: '补上引号',
  removeBrace: '删去多余的大括号',
  accept: (rule: string) => `核对无误，忽略 ${rule}（写明原因）`,
  writeReason: '写明原因',
  addReason: '写上原因',
  addText: (name: string) => `写上${name}`,
  writeText: (name: string) => `写明${name}`,
  removeRepeated: (text: string) => `删去多写的「${text}」`,
  removeSuppression: '删去没有用到的忽略',
  fixAll: (count: number) => `修正全部有把握的 ${count} 处`,
  stateComputed: (value: string) => `填入算得的 ${value}`,
  stateTotal: (name: string, value: string) => `写出${name} ${value}`,
  moveReasonIn: '把注释里的原因写进这一项',
  writeName: (name: string) => `写上名称 ${name}`,
  writeNames: (count: number) => `为这一块的 ${count} 个科目写上名称`,
  addLine: (line: string) => `在支出里补上 ${line}`,
  addLines: (count: number) => `补上明细里有的 ${count} 个科目`,
  writeCanonically: '写成规范的半角形式',

  // Code lens
  preview: '预览',
  build: '生成',
  errors: (count: number) => (count === 0 ? '没有错误' : `${count} 处错误`),

  // Renaming
  badName: '名称不能为空，也不能含有引号、【】和换行。',
  nameWithoutQuotes: '这里的名称不能加引号：以汉字或字母开头，中间没有空格和标点。',

  // Inlay hints
  totalHint: (value: string) => `合计 ${value}`,
  growthHint: (rate: string) => (rate.startsWith('−') ? rate : `+${rate}`),
  completionHint: (rate: string) => `完成 ${rate}`,

  // Hover
  states: {
    stated: '写明',
    derived: '推算',
    unfilled: '未填',
    none: '未发生',
    inapplicable: '不适用',
    absent: '没有说到',
    blocked: '有未填的，算不出',
  } as Record<ResolvedState, string>,
  figureStates: {
    known: '',
    none: '未发生',
    unfilled: '未填',
    inapplicable: '不适用',
    absent: '没有说到',
    blocked: '有未填的，算不出',
    undefined: '没有结果',
  } as Record<FigureState, string>,
  standsFor: (low: string, high: string) => `四舍五入之前在 ${low} 与 ${high} 之间`,
  relationHead: ['勾稽关系', '算式', '差', '结果'],
  signs: { sum: '=', same: '同', 'at-most': '≤', ratio: '=' },
  derivedMark: '（推算）',
  openOperand: (label: string) => `${label}（未填）`,
  inAll: (count: number) => `共 ${count} 项`,
  agrees: '相符',
  explained: (tolerance: string) => `尾差（±${tolerance}）`,
  differs: (tolerance: string) =>
    /^0?$/.test(tolerance) ? '**不符**' : `**不符**（舍入至多 ±${tolerance}）`,
  notChecked: (missing: number) => `未检查：${missing} 项未填`,
  confirmations: {
    own: '本部门的科目表',
    report: '已在公开的报告中核实',
    document: '已在文件中核实',
    'name-in-report': '名称已在公开的报告中核实',
    'code-in-data': '编码已核实，名称未经核对',
    'recall-only': '未经核对，仅供参考',
  },
  catalogYear: (year: number) => `${year} 年《政府收支分类科目》`,
  unknownCode: (code: string) => `科目目录里没有 ${code}`,
  renamed: (year: number, old: string, name: string) => `${year} 年起由「${old}」改名为「${name}」`,
  introduced: (year: number) => `${year} 年起新增`,
  withdrawn: (year: number) => `${year} 年起取消`,
  currentValue: '当前',
  membersInAll: (count: number) => `${count} 个`,
  notWritten: '报告里没有写',
  counted: (unit: string) => `计量 ${unit}`,
  sampleName: '部门名称',
  yes: '成立',
  no: '不成立',
  phrase: '模板里的短语',
  basis: '依据',
  onlyWhen: '条件',
  forEach: '每',
  in: '于',
};
