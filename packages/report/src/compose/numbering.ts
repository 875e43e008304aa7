import { chineseNumber } from '@fiscal/core';

/** Fills a scheme such as 第{中文}部分 or {数字}. with a number. */
export function numberBy(scheme: string, number: number): string {
  const digits = String(number);
  return scheme.replaceAll('{中文}', chineseNumber(digits) ?? digits).replaceAll('{数字}', digits);
}
