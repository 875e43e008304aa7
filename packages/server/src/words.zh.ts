import type { FigureState, ResolvedState } from '@fiscal/core';

/** What the server says to its user, besides the findings themselves. */
export const words = {
  // Related places
  figure: (label: string, value: string, unit: string) =>
    `「${label}」${value}${unit === '%' ? '' : ' '}${unit}`.trimEnd(),
  leftOpen: (label: string) => `「${label}」未填`,

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
