import { chineseDigits, chineseNumber } from './chinese-number.js';

export interface CalendarDate {
  year: string;
  month: string;
  day: string;
}

const written = /^(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})日?$/;

/** 2024-09-18 or 2024年9月18日. */
export function parseDate(text: string): CalendarDate | undefined {
  const [, year, month, day] = written.exec(text.trim().normalize('NFKC')) ?? [];
  return year && month && day ? { year, month: unpadded(month), day: unpadded(day) } : undefined;
}

/** Whether a calendar has that day: not 2024-02-30. */
export function isDay({ year, month, day }: CalendarDate): boolean {
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= last;
}

/** Fills {年} {月} {日}, and in Chinese numerals {中文年} {中文月} {中文日}. */
export function formatDate({ year, month, day }: CalendarDate, form = '{年}年{月}月{日}日'): string {
  const values = new Map([
    ['年', year],
    ['月', month],
    ['日', day],
    ['中文年', chineseDigits(year)],
    ['中文月', chineseNumber(month)],
    ['中文日', chineseNumber(day)],
  ]);
  return form.replace(/\{([^{}]*)\}/g, (whole, name: string) => values.get(name) ?? whole);
}

function unpadded(number: string): string {
  return number.replace(/^0/, '');
}
