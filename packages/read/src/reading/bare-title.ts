import { withoutNumber } from '../pattern/expression.js';
import { plain } from '../published/readable.js';

/** A title without its number, or what is left of that, and without blanks: ）收入决算情况说明 */
export function bareTitle(text: string): string {
  return withoutNumber(plain(text)).replace(/[。:]$/, '');
}

/** Digits alone are a number where what stands behind them is looked for: 五一般公共预算… is 一般公共预算… */
export function behindBareNumber(title: string): string[] {
  return [1, 2, 3].flatMap((length) =>
    /^(?:[一二三四五六七八九十]+|\d{1,2})$/.test(title.slice(0, length)) ? [title.slice(length)] : [],
  );
}
