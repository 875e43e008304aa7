import { attributes } from './attributes.js';
import { blocks } from './blocks.js';
import { measures } from './measures.js';
import { wordsOf } from './offered.js';

/** Texts and words that the language lets an author write of a subject. */
const words = new Set([
  ...attributes.map(({ name }) => name),
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
const lists = new Set<string>([blocks.indicators]);

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
  '规范名称',
  '层级',
  '解释',
];

export function isKnownList(name: string): boolean {
  return lists.has(name);
}

export function isKnownWord(name: string): boolean {
  return words.has(name);
}

/** All names that may stand behind a subject, for suggestions. */
export function* namesOfLanguage(): Generator<string> {
  for (const measure of measures) yield* wordsOf(measure);
  yield* words;
  yield* computedMembers;
}
