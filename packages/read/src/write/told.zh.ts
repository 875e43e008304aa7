import type { UnreadableReason } from '../extract/unreadable.js';
import type { ReadFailure } from '../read-documents.js';
import type { Reading } from '../reading/reading.js';
import { unreadText } from './unread.zh.js';

const reasons: Record<UnreadableReason | 'no report', (path: string) => string> = {
  'unknown format': (path) =>
    `不认识这种文件：${path}。可以读 Word（.docx）、PDF、Excel（.xlsx、.xls）、网页、Markdown 和文本`,
  'old format': (path) => `这是旧格式的文件，请另存为 .docx 再读：${path}`,
  empty: (path) => `文件是空的：${path}`,
  broken: (path) => `文件损坏了，读不了：${path}`,
  encrypted: (path) => `文件加了密码，请先去掉密码：${path}`,
  'too large': (path) => `文件太大，或者展开以后太大：${path}`,
  scanned: (path) => `这个 PDF 是扫描的图片，没有文字：${path}`,
  'no report': () => '没有找到部门决算报告：看不出部门名称和年度',
};

/** Why a report cannot be read, in one line. */
export function failureText({ file = '', reason }: ReadFailure): string {
  return reasons[reason](file);
}

/** What was read, how much of it, and how many places were not understood. */
export function summaryOf({ header, figures, sentences, unread, isBudget }: Reading): string[] {
  const template = header.template === undefined ? '，没有合适的模板' : `，按「${header.template}」模板`;
  const known = sentences.exact + sentences.similar;
  return [
    `读出 ${header.name} ${header.year} 年度${isBudget ? '预算' : '决算'}${template}`,
    `${figures.length} 个数；${sentences.all} 句话，认出 ${known} 句`,
    ...(unread.length > 0 ? [`有 ${unread.length} 处没有读懂，列在文件最后`] : []),
  ];
}

/** All that is to be said of a reading: its summary, and each place that was not understood. */
export function notesOf(reading: Reading): string[] {
  const summary = summaryOf(reading);
  const { unread } = reading;
  return unread.length === 0
    ? summary
    : [...summary.slice(0, -1), `${summary.at(-1)}：`, ...unread.map(unreadText)];
}
