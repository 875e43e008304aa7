import type { Measure } from '@fiscal/core';

/** The canonical name of a measure that has several. */
const aliases = new Map<string, Measure>([
  ['预算', '年初预算'],
  ['调整后预算', '调整预算'],
  ['本年收入', '收入'],
]);

/** Units of the measures that are no money; a measure that is not here has its subject's unit. */
const units = new Map<Measure, string>([
  ['占比', '%'],
  ['增长率', '%'],
  ['完成率', '%'],
  ['编制', '人'],
  ['在职', '人'],
  ['离休', '人'],
  ['退休', '人'],
  ['团组', '个'],
  ['人数', '人'],
  ['批次', '批次'],
  ['人次', '人次'],
  ['分值', '分'],
  ['得分', '分'],
  ['自评得分', '分'],
]);

/** Money even where the subject itself is counted: 越野车 2 辆 金额 30. */
const moneyMeasures = new Set<Measure>(['金额', '资金', '执行', '全年预算']);

export function canonicalMeasure(name: string): Measure {
  return aliases.get(name) ?? name;
}

export function unitOfMeasure(measure: Measure): string | undefined {
  return units.get(measure);
}

export function isMoneyMeasure(measure: Measure): boolean {
  return moneyMeasures.has(measure);
}

/** 目标 and 完成 of an indicator are in whatever unit and precision the author writes. */
export function isTarget(measure: Measure): boolean {
  return measure === '目标' || measure === '完成';
}
