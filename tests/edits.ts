import type { Random } from './random.js';

/** What people change that is no figure and no text of its own: settings of the report, 忽略, names. */
export type Edit = (text: string, random: Random) => string;

const settingLines = [
  '货币单位 元',
  '货币单位 亿元',
  '小数 0',
  '小数 4',
  '取舍 截断',
  '百分比小数 1',
  '公开时间 2025年10月8日',
  '规则 X011 级别 不查 "与财政核对过"',
];

/** A line of the report's head: written anew, or in the place of the one that says it. */
export const editSetting: Edit = (text, random) => {
  const line = random.pick(settingLines);
  const [word = ''] = line.split(' ');
  const written = new RegExp(`^ +${word} .*$`, 'm');
  if (word !== '规则' && written.test(text)) return text.replace(written, random.oneIn(3) ? '' : `  ${line}`);
  return text.replace(/^(?:部门|单位)决算 .*\{$/m, (head) => `${head}\n  ${line}`);
};

const accepted = ['I0103', 'I0602', 'X011', 'P001', 'D015'];

/** A 忽略 that comes to a block, or goes from it. */
export const editSuppression: Edit = (text, random) => {
  const written = [...text.matchAll(/^ +忽略 .*\n/gm)];
  if (written.length > 0 && random.oneIn(2)) {
    const { index, 0: line } = random.pick(written);
    return text.slice(0, index) + text.slice(index + line.length);
  }
  const heads = [...text.matchAll(/^(?:部门决算|单位决算|  (?:收入|支出|三公经费|项目) ).*\{\n/gm)];
  if (heads.length === 0) return text;
  const { index, 0: head } = random.pick(heads);
  const at = index + head.length;
  return `${text.slice(0, at)}    忽略 ${random.pick(accepted)} "已核"\n${text.slice(at)}`;
};
