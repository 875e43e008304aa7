import type { Place } from '../published/published.js';
import type { Unread, UnreadReason } from '../reading/reading.js';

const reasons: Record<UnreadReason, string> = {
  'unknown sentence': '模板里没有的句子',
  'doubtful figure': '没有把握的数',
  'unknown row': '模板的表里没有的行',
  'unknown column': '模板的表里没有的列',
  'unknown table': '模板里没有的表',
  'unknown name': '认不出是哪个科目',
  'left over': '没有填的地方',
  'unruled table': '表没有画线，哪个数在哪一列是按位置分的，请对照原文',
};

/** What was not understood, as comments behind the report; nothing of the document is dropped. */
export function unreadLines(unread: readonly Unread[]): string[] {
  if (unread.length === 0) return [];
  return [
    '',
    `// 以下 ${unread.length} 处没有读懂，请对照原文补写：`,
    ...unread.map((one) => `// ${unreadText(one)}`),
  ];
}

/** 第 3 页「收入决算情况说明」，模板里没有的句子：…… */
export function unreadText({ reason, text, place, within }: Unread): string {
  const where = [placeText(place), within === undefined || within === '' ? '' : `「${within}」`].join('');
  return `${where === '' ? '' : `${where}，`}${reasons[reason]}：${text.replace(/\s+/g, ' ')}`;
}

export function placeText({ file, page, sheet, cell, line }: Place): string {
  const parts = [
    file === undefined ? '' : `${file} `,
    page === undefined ? '' : `第 ${page} 页`,
    sheet === undefined ? '' : `表「${sheet}」`,
    cell ?? '',
    line === undefined ? '' : `第 ${line} 行`,
  ];
  return parts.join('');
}
