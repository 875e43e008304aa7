import { basicNature, type Measure, projectNature } from './measures.js';
import { wordTable } from './word-table.js';

/** What the blocks of a report are called, and what stands inside of them that every report may have. */
export const blocks = {
  units: '单位',
  income: '收入',
  /** 收入 按科目 { … } */
  bySubject: '按科目',
  expenditure: '支出',
  basicExpenditure: '基本支出',
  projectExpenditure: '项目支出',
  /** The economic side of a functional line. */
  detail: '明细',
  fiscalBalance: '财政拨款收支',
  carryOver: '结转结余',
  threePublic: '三公经费',
  staff: '人员',
  offices: '内设机构',
  performance: '绩效',
  projects: '项目',
  indicators: '指标',
  /** Where the money of a project comes from. */
  moneySources: '资金',
  glossary: '名词解释',
  elimination: '抵销',
} as const;

/** Blocks that list things of one kind: a report without any is only a smaller one. */
const lists = new Set<string>([blocks.units, blocks.staff, blocks.offices, blocks.projects, blocks.glossary]);

export function isList(name: string): boolean {
  return lists.has(name);
}

/** Codes of which classification the lines of a block have. */
export type LineCodes = 'functional' | 'economic';

interface LineBlock {
  readonly codes: LineCodes;
  /** Each fund has a container of its own, and others add the funds up. */
  readonly byFund?: true;
  /** The kind of expenditure that all of its lines are. */
  readonly nature?: Measure;
}

const lineBlocks = wordTable<LineBlock>({
  [blocks.income]: { codes: 'functional' },
  [blocks.expenditure]: { codes: 'functional', byFund: true },
  [blocks.basicExpenditure]: { codes: 'economic', byFund: true, nature: basicNature },
  [blocks.projectExpenditure]: { codes: 'economic', byFund: true, nature: projectNature },
  [blocks.detail]: { codes: 'economic' },
});

export function codesOfBlock(name: string): LineCodes | undefined {
  return lineBlocks[name]?.codes;
}

export function isKeptByFund(name: string): boolean {
  return lineBlocks[name]?.byFund ?? false;
}

/** 基本 of 基本支出, 项目 of 项目支出. */
export function natureOfBlock(name: string): Measure | undefined {
  return lineBlocks[name]?.nature;
}
