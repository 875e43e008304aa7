import { blocks } from '../vocabulary/blocks.js';
import { funds } from '../vocabulary/funds.js';
import { incomeSources, natures, type Measure } from '../vocabulary/measures.js';
import { pathText } from '../model/path.js';
import type { Subject } from '../model/subject.js';
import type { RuleId } from '../vocabulary/rules.zh.js';

/** Which rule of the catalogue of checks each relation of a container's structure belongs to. */
export interface StructureRules {
  /** 类 = Σ款 = Σ项; 合计 = Σ类. */
  levels: RuleId;
  /** 决算 = 基本 + 项目 + …, or the sources of income. */
  columns: RuleId;
  /** An aggregate = Σ funds. */
  funds: RuleId;
  /** 人员经费, 公用经费 = their 类. */
  groups: RuleId;
  /** 合计 = 人员经费 + 公用经费. */
  total: RuleId;
  /** 年末 = 年初 + 收入 − 支出. */
  carryOver: RuleId;
}

const standard: StructureRules = {
  levels: 'I0302',
  columns: 'I0301',
  funds: 'X025',
  groups: 'I0801',
  total: 'I0803',
  carryOver: 'I1001',
};

const byContainer = withStandard([
  [pathText([blocks.expenditure, funds.generalBudget]), { levels: 'I0602', columns: 'I0601' }],
  [pathText([blocks.expenditure, funds.governmentFunds]), { levels: 'I1002', columns: 'I1002' }],
  [
    pathText([blocks.expenditure, funds.stateCapital]),
    { levels: 'I1201', columns: 'I1201', carryOver: 'I1101' },
  ],
  [pathText([blocks.expenditure, funds.fiscal]), { levels: 'I0404', columns: 'I0501', funds: 'I0401' }],
  [pathText([blocks.income, blocks.bySubject]), { levels: 'I0202', columns: 'I0201' }],
]);

const byBlock = withStandard([
  [blocks.basicExpenditure, { levels: 'I0802', funds: 'I0501' }],
  [blocks.projectExpenditure, { levels: 'I0901', funds: 'I0501' }],
]);

/** Economic lines inside a functional line: 一般公共预算财政拨款支出决算明细表. */
const detail: StructureRules = { ...standard, levels: 'I0701' };

/** Rule under which the columns of a functional line equal its economic detail. */
export const detailOfLine = 'I0701' satisfies RuleId;

/** Rule under which an economic line of 基本支出 or 项目支出 equals the detail of all functional lines. */
export const detailAcrossLines = new Map<string, RuleId>([
  [blocks.basicExpenditure, 'X015'],
  [blocks.projectExpenditure, 'X014'],
]);

export const rulesAcrossLines: ReadonlySet<string> = new Set(detailAcrossLines.values());

/** What a line of a container is split into: natures of expenditure, sources of income. */
export function columnsOf(container: Subject): readonly Measure[] {
  return structureRules(container).columns === 'I0201' ? incomeSources : natures;
}

export function structureRules(container: Subject): StructureRules {
  if (container.parent?.name === blocks.detail) return detail;
  return byContainer.get(container.path) ?? byBlock.get(blockName(container)) ?? standard;
}

function blockName({ name, parent }: Subject): string {
  return parent?.parent ? blockName(parent) : name;
}

function withStandard(
  special: readonly [string, Partial<StructureRules>][],
): ReadonlyMap<string, StructureRules> {
  return new Map(special.map(([name, rules]) => [name, { ...standard, ...rules }]));
}
