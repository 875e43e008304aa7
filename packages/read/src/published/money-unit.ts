import { plain } from './readable.js';

/** 单位：人民币元 → 元, where a line says in which unit the amounts below it are. */
export function moneyUnitIn(line: string): string | undefined {
  return /单位:(?:人民币)?(万元|亿元|千元|元)/.exec(plain(line))?.[1];
}
