import { skeletonSource } from '@fiscal/library';
import { formatText } from '../format/format-text.js';

/** A name that can stand without quotes. */
const bareName = /^[\u4e00-\u9fff\u3400-\u4dbf][\u4e00-\u9fff\u3400-\u4dbf0-9·（）]*$/;

/** A commented report to begin with: every block that a 部门决算 usually has, figures still open. */
export function skeleton(name: string, year: number): string {
  const values: Record<string, string> = {
    名称: bareName.test(name) ? name : `"${name.replace(/["\r\n]/g, '')}"`,
    年度: String(year),
    上年: String(year - 1),
    次年: String(year + 1),
  };
  return formatText(skeletonSource.replace(/\$\{(.+?)\}/g, (hole, key: string) => values[key] ?? hole));
}
