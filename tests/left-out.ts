/** One thing that a report says at its top: a block, a unit, a project, a setting; with its lines of the source. */
export interface TopItem {
  /** 收入 按科目, 支出, 机关运行经费 */
  name: string;
  start: number;
  end: number;
}

/** What stands directly inside the first report of a text, in order. */
export function topItems(text: string): TopItem[] {
  const items: TopItem[] = [];
  let depth = 0;
  let inText = false;
  for (const [index, line] of text.split('\n').entries()) {
    const data = line.replace(/\/\/.*$/, '');
    const isStart = depth === 1 && !inText && /^\s*[^\s/}｝]/.test(data);
    if (isStart) items.push({ name: nameOf(data), start: index, end: index + 1 });
    if ((data.match(/"""/g) ?? []).length % 2 === 1) inText = !inText;
    if (!inText) depth += count(data, /[{｛]/g) - count(data, /[}｝]/g);
    const last = items.at(-1);
    if (last && (depth > 1 || inText || isStart || (depth === 1 && index === last.end))) last.end = index + 1;
  }
  return items.filter(({ name }) => !settings.test(name));
}

/** Lines of figures inside of what stands at the top: 事业收入 12.00, 30101 基本工资 209.00. */
export function innerItems(text: string, blocks: readonly TopItem[]): TopItem[] {
  const lines = text.split('\n');
  return blocks.flatMap(({ start, end }) => {
    const inside = lines.slice(start + 1, end - 1).map((line, index) => ({ line, at: start + 1 + index }));
    const isItem = (line: string) => /^ {4,}[^\s/"】].*\d/.test(line) && !/["{}｛｝]/.test(line);
    return inside.flatMap(({ line, at }) =>
      isItem(line) ? [{ name: nameOf(line), start: at, end: at + 1 }] : [],
    );
  });
}

/** The text without those items. */
export function without(text: string, items: readonly TopItem[]): string {
  const gone = (index: number) => items.some(({ start, end }) => start <= index && index < end);
  return text
    .split('\n')
    .filter((_, index) => !gone(index))
    .join('\n');
}

const settings = /^(简称|公开时间|模板|货币单位|小数|百分比小数|取舍|科目年度|科目表|引用|忽略|规则|结构)/;

function nameOf(line: string): string {
  return line
    .trim()
    .replace(/\s*([{｛"“].*|\s-?\d.*)$/u, '')
    .replace(/\s+/g, ' ');
}

function count(line: string, sign: RegExp): number {
  return line.match(sign)?.length ?? 0;
}
