import { commonMeasureNames, isCommonMeasure, measureNamed, type Measure } from './measures.js';
import { percent } from '../number/unit.js';

/** Measures of the language that not every subject has; '' has the subject's unit. */
const furtherMeasures = new Map<Measure, string>([
  ['占比', percent],
  ['增长率', percent],
  ['完成率', percent],
  ['编制', '人'],
  ['在职', '人'],
  ['离休', '人'],
  ['退休', '人'],
  ['团组', '个'],
  ['人数', '人'],
  ['批次', '批次'],
  ['人次', '人次'],
  ['次', '次'],
  ['数量', ''],
  ['金额', ''],
  ['资金', ''],
  ['执行', ''],
  ['年初', ''],
  ['年末', ''],
  ['目标', ''],
  ['完成', ''],
  ['分值', '分'],
  ['得分', '分'],
  ['自评得分', '分'],
]);

/** Texts and words that the language lets an author write of a subject. */
const words = new Set([
  '用途',
  '原因',
  '预算原因',
  '说明',
  '整改',
  '科目',
  '等级',
  '评价',
  '简称',
  '公开时间',
  '类别',
  '一级',
  '二级',
  '三级',
  '方向',
  '文字',
  '不列',
]);

/** What the language lets an author list below a subject; empty where nothing was listed. */
const lists = new Set(['指标']);

/** Computed members of a container, a line or a row of the catalogue. */
export const computedMembers: readonly string[] = [
  '类',
  '款',
  '项',
  '科目树',
  '下级',
  '上级',
  '编码',
  '名称',
  '层级',
  '解释',
];

/** The canonical measure of that name, if the language knows one. */
export function knownMeasure(name: string): Measure | undefined {
  const measure = measureNamed(name);
  return isCommonMeasure(measure) || furtherMeasures.has(measure) ? measure : undefined;
}

/** The unit that a measure has whatever its subject is. */
export function unitOfMeasure(measure: Measure): string | undefined {
  return furtherMeasures.get(measure) || undefined;
}

/** Every measure that the language knows, by each of its names. */
export function measureNames(): string[] {
  return [...commonMeasureNames, ...furtherMeasures.keys()];
}

export function isKnownList(name: string): boolean {
  return lists.has(name);
}

export function isKnownWord(name: string): boolean {
  return words.has(name);
}

/** All names that may stand behind a subject, for suggestions. */
export function* namesOfLanguage(): Generator<string> {
  yield* ['决算', '年初预算', '上年', '基本', '项目'];
  yield* furtherMeasures.keys();
  yield* words;
  yield* computedMembers;
}
