import type { Slip } from './slips.js';

/** Full-width and half-width brackets are mixed at will: （款) is a pair. */
const closers = new Map([
  ['（', '）'],
  ['“', '”'],
  ['《', '》'],
  ['「', '」'],
  ['〔', '〕'],
]);
const openers = new Map([...closers].map(([open, close]) => [close, open]));

const brackets = /[（）()“”《》「」〔〕]/g;

/** 1）, a) and 二） number what follows. */
const numbering = /(?:^|[，。；：、\s])[\dA-Za-z一二三四五六七八九十①-⑳]{1,3}$/;

/** F003: brackets and quotation marks of a text that have no other half. */
export function bracketFaults(paragraphs: readonly string[]): (Slip & { paragraph: number })[] {
  const open: { mark: string; at: number; paragraph: number }[] = [];
  const faults: (Slip & { paragraph: number })[] = [];
  const fault = (paragraph: number, at: number, found: string) =>
    faults.push({
      rule: 'F003',
      code: 'unpaired',
      start: at,
      end: at + 1,
      parameters: { found },
      paragraph,
    });
  for (const [paragraph, text] of paragraphs.entries())
    for (const { index: at, 0: written } of text.matchAll(brackets)) {
      const mark = written === '(' ? '（' : written === ')' ? '）' : written;
      const opener = openers.get(mark);
      if (opener === undefined) open.push({ mark, at, paragraph });
      else if (open.at(-1)?.mark === opener) open.pop();
      else if (!(mark === '）' && numbering.test(text.slice(0, at)))) fault(paragraph, at, written);
    }
  for (const { mark, at, paragraph } of open) fault(paragraph, at, mark);
  return faults;
}
